import type { Locale } from "@/lib/i18n/locale";
import type { TextPages, TextSection } from "./text-page";

export const privacy: TextPages = {
  fr: {
    title: "Confidentialité",
    description:
      "Ce que ce site sait de vous, combien de temps et quels sont vos droits. Pas de cookie de suivi sans votre accord, pas de compte, pas de publicité.",
    heading: "Confidentialité",
    lead: "Ce site se lit sans compte et sans publicité. Aucun cookie de suivi n'est déposé sans votre accord.",
    sections: [
      {
        heading: "Ce qui reste dans votre navigateur",
        paragraphs: [
          "Si vous choisissez le thème clair ou sombre, ce choix est gardé dans votre navigateur (stockage local, clé « theme »). Il ne nous est pas envoyé. Vous l'effacez avec les données du site.",
          "Un message que vous écrivez et n'avez pas encore envoyé reste sur votre appareil pendant un jour au plus (stockage local, clé « contact-form »). Il s'efface dès que le message est parti, ou par le bouton « L'effacer ».",
          "Vos quatre dernières recherches restent sur votre appareil (stockage local, clé « recent-searches »), pour vous les proposer sous le champ de recherche. Cette liste ne nous est pas envoyée ; vous y effacez une recherche ou toutes. Pendant que vous tapez, seul le texte du champ est envoyé au serveur, qui répond par des produits.",
        ],
      },
      {
        id: "cookies",
        heading: "Cookies et accord",
        paragraphs: [
          "Votre choix, « Refuser » ou « Accepter », reste six mois dans un cookie (« consent »), avec sa date et la version du texte que vous avez lu. La question revient quand ce texte change.",
          "Si vous acceptez, un second cookie (« visitor ») porte un numéro tiré au hasard et le jour de votre accord, pour six mois au plus : il nous dit que vous revenez. Il ne contient ni nom ni adresse, et il est effacé dès que vous changez d'avis.",
          "Si vous acceptez et recevez notre newsletter, ce numéro est relié à votre inscription quand vous la confirmez ou suivez un lien d'une de nos campagnes depuis ce navigateur. Nous pouvons alors vous écrire d'après ce que vous avez regardé. Ce lien est effacé dès que vous changez d'avis ou vous désinscrivez, quand plus aucune de vos visites n'est gardée (trois mois après la dernière), et au plus tard après treize mois.",
          "Parfois, nous comparons deux versions d'une page. Un troisième cookie (« variants ») dit alors laquelle vous voyez, pour six mois au plus, et votre numéro est noté avec cette version et ce que vous faites ensuite (un clic sur WhatsApp, par exemple). Le détail est effacé après trois mois ; il reste des totaux. Sans votre accord, vous voyez la version habituelle.",
          "Sans votre accord, rien de cela n'est déposé. Si votre navigateur demande à ne pas être suivi (« Do Not Track » ou « Global Privacy Control »), cela vaut refus, sans question.",
          "Deux cookies servent sans accord. Si votre navigateur n'exécute pas JavaScript et qu'un formulaire n'a pas pu partir, un cookie chiffré le garde un quart d'heure pour vous le montrer à nouveau (« contact-form » pour un message, « newsletter-form » pour l'adresse d'une inscription). Si vous demandez à ne pas être compté, un cookie garde ce choix pendant treize mois (« no-count »).",
        ],
      },
      {
        heading: "Ce que le serveur reçoit",
        paragraphs: [
          "Pour répondre, le serveur reçoit l'adresse technique de votre connexion (adresse IP), comme tout site. Les journaux de fonctionnement ne la gardent pas : ils notent la page demandée, la durée et le résultat.",
          "Pour empêcher les abus, certains services (la recherche automatique de notre interface, par exemple) comptent les demandes par adresse. Ces compteurs servent quelques minutes et sont effacés ensuite, au plus tard lors des nettoyages réguliers.",
        ],
      },
      {
        heading: "Comment nous comptons les visites",
        paragraphs: [
          "Nous comptons les pages vues, les produits regardés, les clics sur WhatsApp ou sur un numéro, les partages, les filtres, les inscriptions et les recherches, pour savoir ce qui intéresse nos clients. Ce comptage est le nôtre : il n'utilise ni cookie ni stockage de votre navigateur, et rien n'est envoyé à une autre société.",
          "Pour ne pas compter deux fois la même personne, le serveur calcule une empreinte de l'adresse technique et du navigateur avec une clé tirée au hasard chaque jour. Cette clé est effacée après deux jours : l'empreinte ne permet alors plus de retrouver une personne, ni de relier deux journées. L'adresse technique elle-même n'est pas gardée.",
          "Avec chaque visite, nous notons la page, la langue, le type d'appareil (téléphone, tablette ou ordinateur), le site ou la campagne d'où vous venez et, si l'hébergeur l'indique, la ville. D'une recherche, nous notons le texte, le nombre de produits trouvés et la place du produit ouvert ensuite ; un texte qui ressemble à un e-mail ou à un numéro de téléphone n'est pas gardé.",
          "Le détail est effacé après trois mois. Il reste des totaux par jour et par heure, où personne n'apparaît.",
        ],
      },
      {
        heading: "Quand vous nous écrivez",
        paragraphs: [
          "Par le formulaire, nous recevons votre nom, votre e-mail, votre message et, si vous les donnez, votre téléphone et un objet. Nous nous en servons pour vous répondre, et pour rien d'autre. Les messages sont archivés après deux ans et effacés après trois.",
          "Contre les envois automatiques, nous gardons avec le message une empreinte de l'adresse technique, d'où cette adresse ne peut pas être relue.",
          "Par WhatsApp, e-mail ou téléphone, nous recevons ce que vous nous donnez : numéro ou adresse, nom, question, photos. Nous nous en servons pour vous répondre et préparer votre devis, et pour rien d'autre.",
          "Un bouton WhatsApp passe d'abord par ce site, qui met dans votre message une courte référence de demande. Nous gardons avec elle le produit, la page, l'heure, la langue et d'où venait la visite, puis la suite donnée : réponse, devis, vente. Votre numéro n'y figure pas. Ces demandes sont effacées après trois ans, comme les messages ; l'empreinte de la visite l'est après trois mois.",
          "Nous ne vendons ni ne louons ces informations. WhatsApp et votre messagerie les traitent aussi de leur côté, selon leurs propres règles.",
          "Vous pouvez demander à tout moment que nous effacions un échange, sauf les pièces que la loi nous oblige à garder, comme les factures.",
        ],
      },
      {
        heading: "Quand vous recevez la newsletter",
        paragraphs: [
          "Nous gardons votre adresse, la langue, le jour et l'endroit de votre inscription, et ce que vous aviez lu en donnant votre accord. Sans votre confirmation par e-mail, l'adresse est effacée après sept jours.",
          "Chaque e-mail porte un lien pour vous désinscrire, et un autre pour changer la langue, télécharger ou effacer vos données. Trente jours après votre désinscription, votre adresse est effacée.",
          "Il reste alors une empreinte chiffrée d'où l'adresse ne peut pas être relue : elle empêche seulement qu'on vous réinscrive par erreur.",
          "Quand vous ouvrez une de nos campagnes ou suivez un de ses liens, nous notons avec votre inscription lequel et quand, pour savoir ce qui intéresse nos lecteurs. Ni adresse technique ni appareil n'est gardé. Ce lien avec vous disparaît quand votre adresse est effacée ; il reste des nombres, sans nom.",
        ],
      },
      {
        heading: "Qui achemine nos e-mails",
        paragraphs: [
          "Nos réponses, confirmations et newsletters sont expédiées pour nous par Resend, une société américaine. Elle reçoit pour cela votre adresse e-mail et le contenu de l'e-mail, et nous dit s'il est arrivé, a été refusé ou signalé comme indésirable.",
        ],
      },
      {
        heading: "Vos droits",
        paragraphs: [
          "La loi marocaine 09-08 vous donne le droit de savoir ce que nous avons sur vous, de le faire corriger ou effacer, et de vous y opposer. Écrivez à {email}.",
          "Si notre réponse ne vous convient pas, vous pouvez saisir la Commission nationale de contrôle de la protection des données à caractère personnel (CNDP).",
        ],
      },
      {
        heading: "Si cela change",
        paragraphs: [
          "Quand un nouveau service du site demandera des informations, cette page dira d'abord lesquelles, pourquoi et pour combien de temps.",
        ],
      },
    ],
  },
  ar: {
    title: "الخصوصية",
    description:
      "ما يعرفه هذا الموقع عنكم ومدة الاحتفاظ به وحقوقكم. لا ملفات تتبّع دون موافقتكم، وبلا حساب وبلا إشهار.",
    heading: "الخصوصية",
    lead: "يُقرأ هذا الموقع دون حساب ودون إشهار. لا يُوضع أي ملف تتبّع دون موافقتكم.",
    sections: [
      {
        heading: "ما يبقى في متصفحكم",
        paragraphs: [
          "إذا اخترتم المظهر الفاتح أو الداكن، يُحفظ الاختيار في متصفحكم (التخزين المحلي، المفتاح «theme») ولا يُرسل إلينا. يُمحى مع بيانات الموقع.",
          "الرسالة التي تكتبونها ولم ترسلوها بعد تبقى على جهازكم ليوم واحد على الأكثر (التخزين المحلي، المفتاح «contact-form»). تُمحى فور إرسال الرسالة أو بزر «محوها».",
          "تبقى عمليات بحثكم الأربع الأخيرة على جهازكم (التخزين المحلي، المفتاح «recent-searches») لتُقترح عليكم تحت حقل البحث. لا تُرسل هذه القائمة إلينا، ويمكنكم محو بحث واحد أو كلها. أثناء الكتابة لا يُرسل إلى الخادم إلا نص الحقل، ليجيب بمنتجات.",
        ],
      },
      {
        id: "cookies",
        heading: "ملفات الارتباط والموافقة",
        paragraphs: [
          "يبقى اختياركم، «رفض» أو «قبول»، ستة أشهر في ملف ارتباط («consent») مع تاريخه ونسخة النص الذي قرأتموه. يُعاد السؤال عندما يتغيّر هذا النص.",
          "إذا قبلتم، يحمل ملف ارتباط ثانٍ («visitor») رقمًا عشوائيًا ويوم موافقتكم، لستة أشهر على الأكثر: يخبرنا بأنكم عدتم. لا يتضمن اسمًا ولا عنوانًا، ويُمحى فور تغيير رأيكم.",
          "إذا قبلتم وكنتم تتلقون نشرتنا، يُربط هذا الرقم باشتراككم عندما تؤكدونه أو تتبعون رابطًا في إحدى رسائلنا الإخبارية من هذا المتصفح. يمكننا عندئذ أن نراسلكم حسب ما تصفحتموه. يُمحى هذا الربط فور تغيير رأيكم أو إلغاء اشتراككم، وعندما لا تبقى أي زيارة لكم محفوظة (ثلاثة أشهر بعد آخرها)، وعلى أبعد تقدير بعد ثلاثة عشر شهرًا.",
          "نقارن أحيانًا بين نسختين من صفحة. يدل حينها ملف ارتباط ثالث («variants») على النسخة التي ترونها، لستة أشهر على الأكثر، ويُسجَّل رقمكم مع هذه النسخة وما تفعلونه بعدها (كالنقر على واتساب). تُمحى التفاصيل بعد ثلاثة أشهر وتبقى مجاميع. دون موافقتكم ترون النسخة المعتادة.",
          "دون موافقتكم لا يُوضع شيء من ذلك. وإذا كان متصفحكم يطلب عدم التتبّع («Do Not Track» أو «Global Privacy Control») فذلك رفض، دون سؤال.",
          "يُستعمل ملفا ارتباط دون موافقة. إذا كان متصفحكم لا يشغّل جافاسكريبت وتعذّر إرسال استمارة، يحفظها ملف ارتباط مشفّر ربع ساعة لتُعرض عليكم من جديد («contact-form» للرسالة، و«newsletter-form» لعنوان الاشتراك). وإذا طلبتم ألا تُحسب زياراتكم، يحفظ ملف ارتباط هذا الاختيار ثلاثة عشر شهرًا («no-count»).",
        ],
      },
      {
        heading: "ما يتلقاه الخادم",
        paragraphs: [
          "ليجيب الخادم، يتلقى العنوان التقني لاتصالكم (عنوان IP) ككل موقع. سجلات التشغيل لا تحتفظ به: تدوّن الصفحة المطلوبة والمدة والنتيجة فقط.",
          "لمنع الاستعمال المفرط، تحسب بعض الخدمات (كالبحث الآلي في واجهتنا البرمجية) عدد الطلبات لكل عنوان. تُستعمل هذه العدّادات بضع دقائق ثم تُمحى، وعلى أبعد تقدير عند التنظيف الدوري.",
        ],
      },
      {
        heading: "كيف نحسب الزيارات",
        paragraphs: [
          "نحسب الصفحات والمنتجات التي شوهدت، والنقر على واتساب أو على رقم هاتف، والمشاركات والمرشّحات والاشتراكات وعمليات البحث، لنعرف ما يهم زبائننا. هذا الحساب خاص بنا: لا يستعمل ملفات ارتباط ولا تخزين متصفحكم، ولا يُرسل شيء إلى شركة أخرى.",
          "لكي لا يُحسب الشخص نفسه مرتين، يحسب الخادم بصمة من العنوان التقني والمتصفح بمفتاح عشوائي جديد كل يوم. يُمحى هذا المفتاح بعد يومين، فلا تدلّ البصمة بعدها على أحد ولا تربط بين يومين. أما العنوان التقني نفسه فلا يُحفظ.",
          "مع كل زيارة ندوّن الصفحة واللغة ونوع الجهاز (هاتف أو لوحة أو حاسوب) والموقع أو الحملة التي أتيتم منها، والمدينة إن ذكرها المستضيف. ومن البحث ندوّن النص وعدد المنتجات التي وُجدت وترتيب المنتج الذي فُتح بعده، ولا يُحفظ نص يشبه بريدًا إلكترونيًا أو رقم هاتف.",
          "تُمحى التفاصيل بعد ثلاثة أشهر، وتبقى مجاميع لكل يوم وكل ساعة لا يظهر فيها أحد.",
        ],
      },
      {
        heading: "عندما تراسلوننا",
        paragraphs: [
          "عبر الاستمارة نتلقى اسمكم وبريدكم الإلكتروني ورسالتكم، وهاتفكم والموضوع إن كتبتموهما. نستعملها للرد عليكم، لا غير. تُؤرشف الرسائل بعد سنتين وتُمحى بعد ثلاث سنوات.",
          "لمنع الإرسال الآلي نحتفظ مع الرسالة ببصمة من العنوان التقني لا يمكن استرجاع العنوان منها.",
          "عبر واتساب أو البريد الإلكتروني أو الهاتف، نتلقى ما تعطوننا إياه: الرقم أو العنوان، الاسم، السؤال، الصور. نستعمله للإجابة وإعداد عرض الثمن، لا غير.",
          "يمرّ زر واتساب أولًا عبر هذا الموقع الذي يضع في رسالتكم رقم طلب قصيرًا. نحتفظ معه بالمنتج والصفحة والوقت واللغة ومن أين أتت الزيارة، ثم بما آل إليه الطلب: جواب أو عرض ثمن أو بيع. لا يوجد فيه رقم هاتفكم. تُمحى هذه الطلبات بعد ثلاث سنوات كالرسائل، وتُمحى بصمة الزيارة بعد ثلاثة أشهر.",
          "لا نبيع هذه المعلومات ولا نؤجّرها. يعالجها واتساب ومزوّد بريدكم أيضًا وفق قواعدهما.",
          "يمكنكم في أي وقت طلب محو مراسلة، باستثناء الوثائق التي يلزمنا القانون بحفظها كالفواتير.",
        ],
      },
      {
        heading: "عندما تتلقون النشرة البريدية",
        paragraphs: [
          "نحتفظ بعنوانكم واللغة ويوم الاشتراك ومكانه، وما قرأتموه عند الموافقة. إذا لم تؤكدوا عبر البريد الإلكتروني يُمحى العنوان بعد سبعة أيام.",
          "في كل رسالة رابط لإلغاء الاشتراك، ورابط آخر لتغيير اللغة أو تنزيل بياناتكم أو محوها. بعد ثلاثين يومًا من إلغاء الاشتراك يُمحى عنوانكم.",
          "تبقى بصمة مشفّرة لا يمكن استرجاع العنوان منها: مهمتها الوحيدة منع إعادة تسجيلكم عن طريق الخطأ.",
          "عندما تفتحون إحدى رسائلنا الإخبارية أو تتبعون أحد روابطها، ندوّن مع اشتراككم أيها ومتى، لنعرف ما يهم قراءنا. لا نحتفظ بالعنوان التقني ولا بنوع الجهاز. تزول هذه الصلة بكم عند محو عنوانكم، وتبقى أعداد بلا أسماء.",
        ],
      },
      {
        heading: "من يوصل رسائلنا الإلكترونية",
        paragraphs: [
          "تُرسِل أجوبتنا ورسائل التأكيد والنشرة البريدية نيابةً عنا شركة Resend الأمريكية. تتلقى لذلك بريدكم الإلكتروني ومحتوى الرسالة، وتخبرنا هل وصلت أو رُفضت أو أُبلغ عنها كرسالة غير مرغوب فيها.",
        ],
      },
      {
        heading: "حقوقكم",
        paragraphs: [
          "يمنحكم القانون المغربي 09-08 حق معرفة ما لدينا عنكم، وتصحيحه أو محوه، والاعتراض عليه. راسلونا على {email}.",
          "إذا لم يُرضكم جوابنا، يمكنكم اللجوء إلى اللجنة الوطنية لمراقبة حماية المعطيات ذات الطابع الشخصي (CNDP).",
        ],
      },
      {
        heading: "إذا تغيّر ذلك",
        paragraphs: [
          "عندما تحتاج خدمة جديدة في الموقع إلى معلومات، ستذكر هذه الصفحة أولًا ما هي ولماذا وكم مدة حفظها.",
        ],
      },
    ],
  },
};

/** The choice not to be counted, below the other sections. */
export const countingChoice = {
  fr: {
    heading: "Ne pas être compté",
    lead: "Si votre navigateur demande à ne pas être suivi (« Global Privacy Control » ou « Do Not Track »), rien n'est compté. Vous pouvez aussi le choisir ici, pour ce navigateur.",
    refuse: "Ne plus compter mes visites",
    allow: "Compter mes visites",
    refused: "Vos visites ne sont pas comptées.",
    allowed: "Vos visites sont comptées.",
  },
  ar: {
    heading: "عدم حساب زياراتكم",
    lead: "إذا كان متصفحكم يطلب عدم التتبّع («Global Privacy Control» أو «Do Not Track») فلا يُحسب شيء. ويمكنكم اختيار ذلك هنا لهذا المتصفح.",
    refuse: "عدم حساب زياراتي",
    allow: "حساب زياراتي",
    refused: "زياراتكم لا تُحسب.",
    allowed: "زياراتكم تُحسب.",
  },
} as const;

/** The texts around the controls of the page. */
export const PRIVACY_CONTROLS = {
  fr: {
    change: "Changer mon choix",
    wordings: "Les textes auxquels nous demandons ou avons demandé votre accord, par version :",
  },
  ar: {
    change: "تغيير اختياري",
    wordings: "النصوص التي نطلب أو طلبنا موافقتكم عليها، حسب النسخة:",
  },
} as const;

/** For a shop that uses PostHog. */
export const POSTHOG_SECTION: Record<Locale, TextSection> = {
  fr: {
    heading: "Si vous acceptez : PostHog",
    paragraphs: [
      "PostHog, un outil de mesure exploité par une société américaine, reçoit alors les pages que vous ouvrez, vos clics et un enregistrement visuel de vos visites, avec le numéro du cookie « visitor ». Il reçoit aussi, sans leur contenu, le fait que vous nous avez écrit ou que vous vous êtes inscrit à la newsletter, et la suite de votre demande : réponse, devis, vente avec son montant.",
      "Ce que vous tapez n'est ni enregistré ni envoyé, pas plus que vos recherches ou votre adresse technique : tout passe par notre serveur, qui ne transmet ni cookie ni adresse.",
      "PostHog garde sur votre appareil des repères (stockage local, clés qui commencent par « ph_ »). Ils sont effacés, et tout envoi cesse, dès que vous refusez.",
    ],
  },
  ar: {
    heading: "إذا قبلتم: PostHog",
    paragraphs: [
      "تتلقى PostHog، وهي أداة قياس تديرها شركة أمريكية، الصفحات التي تفتحونها ونقراتكم وتسجيلًا مرئيًا لزياراتكم، مع رقم ملف الارتباط «visitor». وتتلقى أيضًا، دون المحتوى، أنكم راسلتمونا أو اشتركتم في النشرة، وما آل إليه طلبكم: جواب أو عرض ثمن أو بيع مع مبلغه.",
      "ما تكتبونه لا يُسجَّل ولا يُرسَل، ولا عمليات بحثكم ولا عنوانكم التقني: يمر كل شيء عبر خادمنا الذي لا ينقل ملفات ارتباط ولا عناوين.",
      "تحفظ PostHog علامات على جهازكم (التخزين المحلي، مفاتيح تبدأ بـ«ph_»). تُمحى ويتوقف كل إرسال فور رفضكم.",
    ],
  },
};
