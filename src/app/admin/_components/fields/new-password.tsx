import { Field } from "./field";
import { PasswordInput } from "./password-input";

interface Props {
  name: string;
  label: string;
  error: string | undefined;
}

/** Has no repeat field: the user can show the password instead of typing it twice. */
export function NewPassword({ name, label, error }: Props) {
  return (
    <Field
      label={label}
      name={name}
      error={error}
      hint="Au moins 10 caractères. Une petite phrase se retient bien."
      required
    >
      {(control) => <PasswordInput {...control} autoComplete="new-password" />}
    </Field>
  );
}
