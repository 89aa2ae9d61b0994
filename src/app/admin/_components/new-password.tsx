"use client";

import { useState } from "react";
import { Field } from "./field";
import panel from "./panel.module.css";

interface Props {
  name: string;
  label: string;
  error: string | undefined;
}

/** A password to choose: it can be looked at, so that it need not be typed twice. */
export function NewPassword({ name, label, error }: Props) {
  const [isShown, setShown] = useState(false);
  return (
    <div className={panel.stack}>
      <Field
        label={label}
        name={name}
        error={error}
        hint="Au moins 10 caractères. Une petite phrase se retient bien."
        required
      >
        {(control) => (
          <input
            {...control}
            className={panel.input}
            type={isShown ? "text" : "password"}
            autoComplete="new-password"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Field>
      <label className={panel.checkbox}>
        <input
          type="checkbox"
          checked={isShown}
          onChange={(event) => setShown(event.target.checked)}
        />
        Afficher le mot de passe
      </label>
    </div>
  );
}
