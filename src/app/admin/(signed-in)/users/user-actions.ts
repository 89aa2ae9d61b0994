import type { StaffUser } from "@/domain/staff/users/schema";
import { isolateUserText } from "@/lib/format/bidi";

export interface UserAction {
  label: string;
  path: `/api/${string}`;
  method: "POST" | "DELETE";
  /** Text of the success toast. */
  success: string;
  danger?: boolean;
  /** Text of the confirmation dialog; without it the action runs at once. */
  confirmation?: string;
}

/** Returns the actions that fit the state of the account; the routes check them again. */
export function getUserActions(user: StaffUser, isSelf: boolean): UserAction[] {
  const { id, username, state, hasSecondFactor } = user;
  const path = (end: string) => `/api/admin/users/${id}${end}` as const;
  const isPending = state === "INVITED" || state === "EXPIRED";
  const actions: (UserAction | false)[] = [
    isPending && {
      label: "Renvoyer l'invitation",
      path: path("/invitation"),
      method: "POST",
      success: `Nouvelle invitation envoyée à ${user.email}`,
    },
    hasSecondFactor && {
      label: "Réinitialiser la double authentification",
      path: path("/reset-second-factor"),
      method: "POST",
      success: `${isolateUserText(username)} peut se connecter avec son mot de passe seul`,
      confirmation: `${isolateUserText(username)} sera déconnecté partout, puis se connectera avec son mot de passe seul. Assurez-vous de vive voix que c'est bien cette personne qui le demande.`,
    },
    state === "DISABLED" && {
      label: "Réactiver le compte",
      path: path("/enable"),
      method: "POST",
      success: `${isolateUserText(username)} peut de nouveau se connecter`,
    },
    state !== "DISABLED" && {
      label: "Désactiver le compte",
      path: path("/disable"),
      method: "POST",
      success: `${isolateUserText(username)} ne peut plus se connecter`,
      danger: true,
      confirmation: `${isolateUserText(username)} sera déconnecté partout et ne pourra plus se connecter. Son nom reste dans le journal ; vous pourrez réactiver le compte.`,
    },
    isPending && {
      label: "Supprimer l'invitation",
      path: path(""),
      method: "DELETE",
      success: `L'invitation de ${isolateUserText(username)} est supprimée`,
      danger: true,
      confirmation: `Le lien envoyé à ${user.email} ne fonctionnera plus.`,
    },
  ];
  return isSelf ? [] : actions.filter((action) => action !== false);
}
