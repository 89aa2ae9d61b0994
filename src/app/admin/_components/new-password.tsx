import { Field } from "./field";
import { PasswordInput } from "./password-input";

interface Props {
  name: string;
  label: string;
  error: string | undefined;
}

/** A password to choose: it can be shown, so that it need not be typed twice. */
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
