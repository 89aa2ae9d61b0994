import styles from "./import.module.css";

const STEPS = {
  file: "Fichier",
  columns: "Colonnes",
  check: "Vérification",
  report: "Résultat",
} as const;

export function StepList({ current }: { current: keyof typeof STEPS }) {
  return (
    <ol className={styles.steps} aria-label="Étapes de l'import">
      {Object.entries(STEPS).map(([step, label]) => (
        <li key={step} aria-current={step === current ? "step" : undefined}>
          {label}
        </li>
      ))}
    </ol>
  );
}
