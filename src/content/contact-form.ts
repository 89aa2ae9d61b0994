import type { Locale } from "@/lib/i18n/locale";

const fr = {
  heading: "Envoyer un message",
  about: "À propos de",
  optional: "facultatif",
  name: { label: "Votre nom", problem: "Indiquez votre nom, en 100 caractères au plus." },
  email: {
    label: "E-mail",
    problem: "Indiquez une adresse e-mail comme nom@exemple.ma, ou laissez ce champ vide.",
  },
  reach: {
    label: "Comment vous répondre",
    hint: "Un e-mail ou un téléphone suffit.",
    problem: "Indiquez un e-mail ou un téléphone.",
  },
  phone: {
    label: "Téléphone",
    problem: "Raccourcissez le numéro : 100 caractères au plus.",
  },
  subject: { label: "Objet", problem: "Raccourcissez l'objet : 150 caractères au plus." },
  message: {
    label: "Votre message",
    problem: "Écrivez votre message, en 4 000 caractères au plus.",
  },
  trap: "Ne remplissez pas ce champ",
  send: "Envoyer le message",
  sendQuestion: "Envoyer la question",
  sending: "Envoi en cours…",
  notSent: "Pas envoyé : réessayer",
  privacy:
    "En envoyant, vous acceptez que nous gardions ces informations pour vous répondre, trois ans au plus.",
  privacyLink: "Confidentialité",
  whatsapp: "Plus rapide : écrire sur WhatsApp",
  correct: "Le message n'est pas parti. À corriger :",
  failures: {
    offline:
      "La connexion est coupée. Votre message est gardé sur cet appareil et partira dès qu'elle revient, si cette page reste ouverte.",
    tooMany:
      "Beaucoup de messages sont partis d'ici en peu de temps. Le vôtre est gardé : réessayez dans {minutes} min, ou écrivez-nous sur WhatsApp.",
    away: "Le message n'a pas pu partir. Il est gardé : réessayez dans un instant, ou écrivez-nous sur WhatsApp.",
  },
  isCut: "La fin de votre texte n'a pas pu être gardée : relisez-le avant d'envoyer.",
  draftRestored: "Voici le message que vous n'aviez pas envoyé.",
  deleteDraft: "L'effacer",
  sent: {
    heading: "Votre message est arrivé.",
    reference: "Référence :",
    open: "Le magasin est ouvert jusqu'à {time} : nous vous répondons dès que possible.",
    opensAt: "Le magasin ouvre à {time} : nous vous répondrons à partir de là.",
    opensTomorrow: "Le magasin ouvre demain à {time} : nous vous répondrons à partir de là.",
    opensOn: "Le magasin ouvre {day} à {time} : nous vous répondrons à partir de là.",
    soon: "Nous vous répondons aux heures d'ouverture.",
    another: "Écrire un autre message",
  },
  days: {
    mon: "lundi",
    tue: "mardi",
    wed: "mercredi",
    thu: "jeudi",
    fri: "vendredi",
    sat: "samedi",
    sun: "dimanche",
  },
};

const ar: typeof fr = {
  heading: "إرسال رسالة",
  about: "بخصوص",
  optional: "اختياري",
  name: { label: "اسمكم", problem: "اكتبوا اسمكم، في 100 حرف على الأكثر." },
  email: {
    label: "البريد الإلكتروني",
    problem: "اكتبوا بريدًا إلكترونيًا مثل nom@exemple.ma، أو اتركوا الخانة فارغة.",
  },
  reach: {
    label: "كيف نجيبكم",
    hint: "يكفي البريد الإلكتروني أو رقم الهاتف.",
    problem: "اكتبوا بريدًا إلكترونيًا أو رقم هاتف.",
  },
  phone: {
    label: "الهاتف",
    problem: "اختصروا الرقم: 100 حرف على الأكثر.",
  },
  subject: { label: "الموضوع", problem: "اختصروا الموضوع: 150 حرفًا على الأكثر." },
  message: {
    label: "رسالتكم",
    problem: "اكتبوا رسالتكم، في 4000 حرف على الأكثر.",
  },
  trap: "لا تملؤوا هذه الخانة",
  send: "إرسال الرسالة",
  sendQuestion: "إرسال السؤال",
  sending: "جارٍ الإرسال…",
  notSent: "لم تُرسل: إعادة المحاولة",
  privacy: "بالإرسال توافقون على أن نحتفظ بهذه المعلومات للرد عليكم، لمدة ثلاث سنوات على الأكثر.",
  privacyLink: "الخصوصية",
  whatsapp: "الأسرع: المراسلة على واتساب",
  correct: "لم تُرسل الرسالة. يُرجى تصحيح ما يلي:",
  failures: {
    offline:
      "انقطع الاتصال. رسالتكم محفوظة على هذا الجهاز وستُرسل حين يعود الاتصال، إذا بقيت هذه الصفحة مفتوحة.",
    tooMany:
      "أُرسلت من هنا رسائل كثيرة في وقت قصير. رسالتكم محفوظة: أعيدوا المحاولة بعد {minutes} دقيقة أو راسلونا على واتساب.",
    away: "تعذّر إرسال الرسالة. إنها محفوظة: أعيدوا المحاولة بعد لحظات أو راسلونا على واتساب.",
  },
  isCut: "لم نتمكن من حفظ نهاية النص: راجعوه قبل الإرسال.",
  draftRestored: "هذه هي الرسالة التي لم ترسلوها.",
  deleteDraft: "محوها",
  sent: {
    heading: "وصلت رسالتكم.",
    reference: "المرجع:",
    open: "المتجر مفتوح إلى غاية {time}: نجيبكم في أقرب وقت.",
    opensAt: "يفتح المتجر على الساعة {time}: سنجيبكم ابتداءً من ذلك الوقت.",
    opensTomorrow: "يفتح المتجر غدًا على الساعة {time}: سنجيبكم ابتداءً من ذلك الوقت.",
    opensOn: "يفتح المتجر يوم {day} على الساعة {time}: سنجيبكم ابتداءً من ذلك الوقت.",
    soon: "نجيبكم خلال أوقات العمل.",
    another: "كتابة رسالة أخرى",
  },
  days: {
    mon: "الاثنين",
    tue: "الثلاثاء",
    wed: "الأربعاء",
    thu: "الخميس",
    fri: "الجمعة",
    sat: "السبت",
    sun: "الأحد",
  },
};

/** Separate from the other dictionaries, because the product page loads these texts in the browser with the form. */
export const contactDictionaries: Record<Locale, typeof fr> = { fr, ar };

export type ContactDictionary = typeof fr;
