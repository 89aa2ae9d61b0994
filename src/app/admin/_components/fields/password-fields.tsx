import type { ComponentProps } from "react";
import { Field, type FieldProps } from "./field";
import { PasswordInput } from "./password-input";

type Props = FieldProps & Pick<ComponentProps<typeof PasswordInput>, "autoComplete" | "autoFocus">;

export function PasswordField({ autoComplete = "current-password", autoFocus, ...field }: Props) {
  return (
    <Field {...field} required>
      {(control) => (
        <PasswordInput {...control} autoComplete={autoComplete} autoFocus={autoFocus} />
      )}
    </Field>
  );
}

/** Has no repeat field: the user can show the password instead of typing it twice. */
export function NewPasswordField(props: FieldProps) {
  return (
    <PasswordField
      {...props}
      hint="Au moins 10 caractères. Une petite phrase se retient bien."
      autoComplete="new-password"
    />
  );
}
