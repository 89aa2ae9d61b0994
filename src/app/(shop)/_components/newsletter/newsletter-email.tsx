import styles from "./newsletter-form.module.css";

interface Props {
  id: string;
  /** The address of a refused form. */
  typed: string | undefined;
  isInvalid: boolean;
  describedBy: string;
  /** The label of the submit button beside it. */
  action: string;
}

export function NewsletterEmail({ id, typed, isInvalid, describedBy, action }: Props) {
  return (
    <div className={styles.row}>
      <input
        id={id}
        className={styles.email}
        // Not type="email": browsers refuse invisible marks and accented names there before they reach the server.
        name="email"
        required
        pattern=".+@.+"
        title="nom@exemple.ma"
        autoCapitalize="none"
        spellCheck={false}
        autoComplete="email"
        inputMode="email"
        dir="ltr"
        defaultValue={typed}
        aria-invalid={isInvalid || undefined}
        aria-describedby={describedBy}
      />
      <button type="submit" className="button">
        {action}
      </button>
    </div>
  );
}
