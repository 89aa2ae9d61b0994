"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import admin from "../admin.module.css";
import styles from "./password-input.module.css";

type Props = Omit<ComponentProps<"input">, "type" | "className">;

/** A password input with a show/hide button. Toggles the type of one input element, so that autofill keeps working. */
export function PasswordInput(props: Props) {
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <div className={styles.field}>
      <input
        {...props}
        className={admin.input}
        type={isShown ? "text" : "password"}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
      />
      <button
        type="button"
        className={styles.toggle}
        aria-pressed={isShown}
        aria-controls={props.id}
        title="Afficher le mot de passe"
        onClick={() => setShown(!isShown)}
      >
        <Icon aria-hidden="true" size={20} />
        <span className="visually-hidden">Afficher le mot de passe</span>
      </button>
    </div>
  );
}
