import admin from "@/app/admin/_components/admin.module.css";

/** Says why filtered figures of a long period are incomplete. */
export function CutOffNotice() {
  return (
    <p className={admin.alert} data-tone="info">
      Un filtre ne compte que les visites des 90 derniers jours : le détail des visites plus
      anciennes est effacé. Sans filtre, tous les chiffres restent.
    </p>
  );
}
