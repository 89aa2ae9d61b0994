import type { StaffUser } from "@/domain/staff/users/schema";
import { isolateTyped } from "@/lib/format/bidi";

export interface UserAction {
  label: string;
  path: `/api/${string}`;
  method: "POST" | "DELETE";
  done: string;
  danger?: boolean;
  /** Asked before it happens; without it nobody needs to be asked. */
  question?: string;
}

/** What may be done with this account now; the routes have the last word. */
export function getUserActions(user: StaffUser, isSelf: boolean): UserAction[] {
  const { id, username, state, hasSecondFactor } = user;
  const path = (end: string) => `/api/admin/users/${id}${end}` as const;
  const neverAccepted = state === "INVITED" || state === "EXPIRED";
  const actions: (UserAction | false)[] = [
    neverAccepted && {
      label: "Renvoyer l'invitation",
      path: path("/invitation"),
      method: "POST",
      done: `Nouvelle invitation envoyée à ${user.email}`,
    },
    hasSecondFactor && {
      label: "Réinitialiser la double authentification",
      path: path("/reset-second-factor"),
      method: "POST",
      done: `${isolateTyped(username)} peut se connecter avec son mot de passe seul`,
      question: `${isolateTyped(username)} sera déconnecté partout, puis se connectera avec son mot de passe seul. Assurez-vous de vive voix que c'est bien cette personne qui le demande.`,
    },
    state === "DISABLED" && {
      label: "Réactiver le compte",
      path: path("/enable"),
      method: "POST",
      done: `${isolateTyped(username)} peut de nouveau se connecter`,
    },
    state !== "DISABLED" && {
      label: "Désactiver le compte",
      path: path("/disable"),
      method: "POST",
      done: `${isolateTyped(username)} ne peut plus se connecter`,
      danger: true,
      question: `${isolateTyped(username)} sera déconnecté partout et ne pourra plus se connecter. Son nom reste dans le journal ; vous pourrez réactiver le compte.`,
    },
    neverAccepted && {
      label: "Supprimer l'invitation",
      path: path(""),
      method: "DELETE",
      done: `L'invitation de ${isolateTyped(username)} est supprimée`,
      danger: true,
      question: `Le lien envoyé à ${user.email} ne fonctionnera plus.`,
    },
  ];
  return isSelf ? [] : actions.filter((action) => action !== false);
}
