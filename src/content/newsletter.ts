import type { Locale } from "@/lib/i18n/locale";

const fr = {
  heading: "La newsletter du magasin",
  lead: "Arrivages, offres et conseils, une à deux fois par mois.",
  email: "Votre adresse e-mail",
  submit: "S'inscrire",
  sending: "Un instant…",
  privacy: "Confidentialité",
  sent: "Ouvrez l'e-mail que nous venons de vous envoyer, et confirmez votre inscription.",
  wrong: {
    adresse: "Vérifiez l'adresse e-mail, par exemple nom@exemple.ma.",
    limite: "Trop de demandes en peu de temps. Réessayez dans quelques minutes.",
    panne: "L'inscription n'est pas partie. Réessayez dans un instant.",
  },
  trap: "Ne remplissez pas ce champ",
  thanks: {
    title: "Encore une étape",
    text: "Nous venons de vous envoyer un e-mail. Ouvrez-le et confirmez : sans cela, vous ne recevrez rien.",
    late: "Rien après quelques minutes ? Regardez parmi les indésirables, ou vérifiez l'adresse et recommencez.",
    again: "Recommencer",
  },
  confirm: {
    title: "Confirmer l'inscription",
    text: "Un dernier geste : confirmez que vous souhaitez recevoir la newsletter du magasin.",
    action: "Confirmer mon inscription",
    done: "Votre inscription est confirmée",
    doneText:
      "Merci. Un e-mail vous dit comment changer la langue ou vous désinscrire, quand vous le voulez.",
  },
  unsubscribe: {
    title: "Se désinscrire",
    text: "Appuyez sur le bouton pour ne plus recevoir la newsletter du magasin.",
    action: "Me désinscrire",
    done: "Vous êtes désinscrit",
    doneText:
      "Vous ne recevrez plus la newsletter. Un envoi déjà en route peut encore arriver aujourd'hui.",
    broken:
      "Ce lien est incomplet ou ne mène plus à une inscription. Ouvrez-le de nouveau depuis notre dernier e-mail, sans le couper.",
    back: "Une erreur ? Vous pouvez vous réinscrire à tout moment.",
    again: "Me réinscrire",
  },
  preferences: {
    title: "Mes préférences",
    address: "Adresse",
    state: "Inscription",
    states: {
      PENDING: "en attente de confirmation",
      CONFIRMED: "confirmée",
      UNSUBSCRIBED: "arrêtée à votre demande",
      BOUNCED: "arrêtée : les e-mails ne vous parvenaient pas",
      COMPLAINED: "arrêtée : signalée comme indésirable",
    },
    language: "Langue de la newsletter",
    languages: { fr: "Français", ar: "العربية" },
    save: "Enregistrer la langue",
    saved: "La langue est enregistrée.",
    stop: "Arrêter la newsletter",
    stopText: "Les e-mails s'arrêtent aussitôt. Vous pourrez revenir.",
    return: "Recevoir de nouveau la newsletter",
    returnText: "Nous vous envoyons un e-mail à confirmer, comme à la première inscription.",
    returnAction: "Me réinscrire",
    data: "Vos données",
    dataText: "Tout ce que la newsletter garde de vous, dans un fichier.",
    export: "Télécharger mes données",
    erase: "Tout effacer",
    eraseText:
      "Votre adresse est effacée de la newsletter. Il reste une empreinte illisible, pour ne jamais vous réinscrire par erreur.",
    eraseSure: "Oui, effacer définitivement",
    eraseAction: "Effacer mes données",
    erased: "Vos données sont effacées",
    erasedText: "La newsletter ne connaît plus votre adresse.",
  },
  dead: "Ce lien a expiré ou a déjà servi. Si vous avez déjà confirmé, votre inscription est en ordre. Sinon, inscrivez-vous de nouveau.",
  unknown: "Ce lien ne mène plus à une inscription : elle a été effacée, ou le lien est incomplet.",
  newLink: {
    title: "Recevoir un nouveau lien",
    text: "Indiquez l'adresse qui reçoit la newsletter : nous y envoyons un nouveau lien pour vous désinscrire ou changer vos préférences.",
    action: "Recevoir un nouveau lien",
    sent: "Regardez vos e-mails",
    sentText:
      "Si cette adresse reçoit la newsletter, un nouveau lien y arrive dans quelques minutes. Sinon, regardez parmi les indésirables, ou vérifiez l'adresse.",
    again: "Essayer une autre adresse",
    failed: "La demande n'est pas partie. Réessayez dans un instant.",
  },
  writeToShop: {
    text: "Vous pouvez aussi nous écrire : nous arrêtons la newsletter pour vous.",
    action: "Écrire au magasin",
  },
  home: "Retour à l'accueil",
};

export type NewsletterDictionary = typeof fr;

const ar: NewsletterDictionary = {
  heading: "النشرة البريدية للمتجر",
  lead: "الجديد والعروض والنصائح، مرة أو مرتين في الشهر.",
  email: "عنوان بريدكم الإلكتروني",
  submit: "اشتراك",
  sending: "لحظة…",
  privacy: "الخصوصية",
  sent: "افتحوا الرسالة التي أرسلناها إليكم الآن وأكدوا اشتراككم.",
  wrong: {
    adresse: "تحققوا من عنوان البريد الإلكتروني، مثل nom@exemple.ma.",
    limite: "طلبات كثيرة في وقت قصير. أعيدوا المحاولة بعد دقائق.",
    panne: "لم يُرسل طلب الاشتراك. أعيدوا المحاولة بعد لحظات.",
  },
  trap: "لا تملؤوا هذه الخانة",
  thanks: {
    title: "بقيت خطوة واحدة",
    text: "أرسلنا إليكم رسالة إلكترونية. افتحوها وأكدوا: بدون ذلك لن يصلكم أي شيء.",
    late: "لم يصل شيء بعد دقائق؟ ابحثوا في الرسائل غير المرغوب فيها، أو تحققوا من العنوان وأعيدوا المحاولة.",
    again: "إعادة المحاولة",
  },
  confirm: {
    title: "تأكيد الاشتراك",
    text: "خطوة أخيرة: أكدوا أنكم تريدون تلقي النشرة البريدية للمتجر.",
    action: "تأكيد الاشتراك",
    done: "تم تأكيد اشتراككم",
    doneText: "شكرًا. ستصلكم رسالة تبين كيف تغيرون اللغة أو تلغون الاشتراك متى شئتم.",
  },
  unsubscribe: {
    title: "إلغاء الاشتراك",
    text: "اضغطوا على الزر حتى لا تصلكم النشرة البريدية للمتجر بعد الآن.",
    action: "إلغاء اشتراكي",
    done: "تم إلغاء اشتراككم",
    doneText: "لن تصلكم النشرة بعد الآن. قد تصل اليوم رسالة كانت في الطريق.",
    broken: "هذا الرابط ناقص أو لم يعد يؤدي إلى أي اشتراك. افتحوه كاملًا من آخر رسالة وصلتكم منا.",
    back: "هل حدث ذلك خطأً؟ يمكنكم الاشتراك من جديد في أي وقت.",
    again: "الاشتراك من جديد",
  },
  preferences: {
    title: "تفضيلاتي",
    address: "العنوان",
    state: "الاشتراك",
    states: {
      PENDING: "في انتظار التأكيد",
      CONFIRMED: "مؤكد",
      UNSUBSCRIBED: "متوقف بطلب منكم",
      BOUNCED: "متوقف: الرسائل لم تكن تصلكم",
      COMPLAINED: "متوقف: بُلّغ عنه كرسائل غير مرغوب فيها",
    },
    language: "لغة النشرة",
    languages: { fr: "Français", ar: "العربية" },
    save: "حفظ اللغة",
    saved: "تم حفظ اللغة.",
    stop: "إيقاف النشرة",
    stopText: "تتوقف الرسائل فورًا. ويمكنكم العودة لاحقًا.",
    return: "تلقي النشرة من جديد",
    returnText: "نرسل إليكم رسالة للتأكيد، كما في الاشتراك الأول.",
    returnAction: "الاشتراك من جديد",
    data: "بياناتكم",
    dataText: "كل ما تحتفظ به النشرة عنكم، في ملف واحد.",
    export: "تنزيل بياناتي",
    erase: "محو كل شيء",
    eraseText:
      "يُمحى عنوانكم من النشرة. وتبقى بصمة غير مقروءة حتى لا يُعاد تسجيلكم أبدًا عن طريق الخطأ.",
    eraseSure: "نعم، محو نهائي",
    eraseAction: "محو بياناتي",
    erased: "تم محو بياناتكم",
    erasedText: "لم تعد النشرة تعرف عنوانكم.",
  },
  dead: "انتهت صلاحية هذا الرابط أو سبق استعماله. إذا سبق أن أكدتم فاشتراككم سارٍ، وإلا فاشتركوا من جديد.",
  unknown: "لم يعد هذا الرابط يؤدي إلى أي اشتراك: إما مُحي الاشتراك أو أن الرابط ناقص.",
  newLink: {
    title: "الحصول على رابط جديد",
    text: "اكتبوا العنوان الذي تصله النشرة، وسنرسل إليه رابطًا جديدًا لإلغاء الاشتراك أو تغيير تفضيلاتكم.",
    action: "أرسلوا لي رابطًا جديدًا",
    sent: "تفقدوا بريدكم",
    sentText:
      "إذا كانت النشرة تصل إلى هذا العنوان، فسيصله رابط جديد خلال دقائق. وإلا فابحثوا في الرسائل غير المرغوب فيها، أو تحققوا من العنوان.",
    again: "تجربة عنوان آخر",
    failed: "لم يُرسل الطلب. أعيدوا المحاولة بعد لحظات.",
  },
  writeToShop: {
    text: "يمكنكم أيضًا مراسلتنا، وسنوقف النشرة نيابة عنكم.",
    action: "مراسلة المتجر",
  },
  home: "العودة إلى الرئيسية",
};

const words: Record<Locale, NewsletterDictionary> = { fr, ar };

export function getNewsletterDictionary(locale: Locale): NewsletterDictionary {
  return words[locale];
}
