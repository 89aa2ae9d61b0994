/** Error pages that are sent without Next; `text` may hold markup. */

/** For requests that the HTTP server refuses, by status. */
export const SERVER_REFUSAL_PAGES = {
  400: {
    fr: { title: "Cette adresse est mal écrite", text: '<a href="/">Retour à l\'accueil</a>' },
    ar: {
      title: "هذا العنوان مكتوب بشكل خاطئ",
      text: '<a href="/ar">العودة إلى الصفحة الرئيسية</a>',
    },
  },
  404: {
    fr: { title: "Cette page n'existe pas", text: '<a href="/">Retour à l\'accueil</a>' },
    ar: { title: "هذه الصفحة غير موجودة", text: '<a href="/ar">العودة إلى الصفحة الرئيسية</a>' },
  },
  405: {
    fr: {
      title: "Cette page ne reçoit pas de formulaire",
      text: '<a href="/">Retour à l\'accueil</a>',
    },
    ar: {
      title: "هذه الصفحة لا تستقبل نماذج",
      text: '<a href="/ar">العودة إلى الصفحة الرئيسية</a>',
    },
  },
  429: {
    fr: {
      title: "Trop de pages demandées en peu de temps",
      text: "Attendez une minute, puis rechargez cette page.",
    },
    ar: {
      title: "طلبتم صفحات كثيرة في وقت قصير",
      text: "انتظروا دقيقة، ثم أعيدوا تحميل هذه الصفحة.",
    },
  },
};

/** For forms that are refused before their fields are read, by error code. */
export const FORM_REFUSAL_PAGES = {
  RATE_LIMITED: {
    fr: {
      title: "Trop de demandes en peu de temps",
      text: "Votre envoi n'est pas parti. Rechargez cette page dans quelques minutes pour l'envoyer de nouveau, ou revenez en arrière : ce que vous avez écrit y est encore.",
    },
    ar: {
      title: "طلبات كثيرة في وقت قصير",
      text: "لم يُرسل طلبكم. أعيدوا تحميل هذه الصفحة بعد دقائق لإرساله من جديد، أو ارجعوا إلى الصفحة السابقة: ما كتبتموه ما زال فيها.",
    },
  },
  PAYLOAD_TOO_LARGE: {
    fr: {
      title: "Votre envoi est trop long",
      text: "Il n'est pas parti. Revenez en arrière : ce que vous avez écrit y est encore. Raccourcissez-le, puis envoyez-le de nouveau.",
    },
    ar: {
      title: "رسالتكم طويلة جدًا",
      text: "لم تُرسل. ارجعوا إلى الصفحة السابقة: ما كتبتموه ما زال فيها. اختصروه ثم أرسلوه من جديد.",
    },
  },
};
