import type { TextPages } from "./text-page";

export const privacy: TextPages = {
  fr: {
    title: "Confidentialité",
    description:
      "Ce que ce site sait de vous, combien de temps et quels sont vos droits. Pas de cookie de suivi, pas de compte, pas de publicité.",
    heading: "Confidentialité",
    lead: "Ce site se lit sans compte, sans cookie de suivi et sans publicité.",
    sections: [
      {
        heading: "Ce qui reste dans votre navigateur",
        paragraphs: [
          "Si vous choisissez le thème clair ou sombre, ce choix est gardé dans votre navigateur (stockage local, clé « theme »). Il ne nous est pas envoyé. Vous l'effacez avec les données du site.",
          "Un message que vous écrivez et n'avez pas encore envoyé reste sur votre appareil pendant un jour au plus (stockage local, clé « contact-form »). Il s'efface dès que le message est parti, ou par le bouton « L'effacer ».",
          "Vos quatre dernières recherches restent sur votre appareil (stockage local, clé « recent-searches »), pour vous les proposer sous le champ de recherche. Cette liste ne nous est pas envoyée ; vous y effacez une recherche ou toutes. Pendant que vous tapez, seul le texte du champ est envoyé au serveur, qui répond par des produits.",
          "Aucun cookie n'est déposé pendant la visite, à une exception près : si votre navigateur n'exécute pas JavaScript et qu'un formulaire n'a pas pu partir, un cookie chiffré le garde un quart d'heure pour vous le montrer à nouveau (« contact-form » pour un message, « newsletter-form » pour l'adresse d'une inscription).",
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
        heading: "Ce que les clients cherchent",
        paragraphs: [
          "Nous comptons les recherches faites sur ce site : le texte, la langue, le nombre de produits trouvés et la place du produit ouvert ensuite. Rien ne dit qui a cherché : ni nom, ni adresse technique, ni appareil. Un texte qui ressemble à un e-mail ou à un numéro de téléphone n'est pas gardé. Tout est effacé après trois mois.",
          "Pour ne compter une recherche qu'une fois, votre navigateur garde les dernières, avec un numéro tiré au hasard, jusqu'à la fermeture de l'onglet (stockage de session, clé « search-intents »). Si votre navigateur demande à ne pas être suivi (« Do Not Track » ou « Global Privacy Control »), rien n'est compté.",
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
      "ما يعرفه هذا الموقع عنكم ومدة الاحتفاظ به وحقوقكم. بلا ملفات تتبّع وبلا حساب وبلا إشهار.",
    heading: "الخصوصية",
    lead: "يُقرأ هذا الموقع دون حساب ودون ملفات تتبّع ودون إشهار.",
    sections: [
      {
        heading: "ما يبقى في متصفحكم",
        paragraphs: [
          "إذا اخترتم المظهر الفاتح أو الداكن، يُحفظ الاختيار في متصفحكم (التخزين المحلي، المفتاح «theme») ولا يُرسل إلينا. يُمحى مع بيانات الموقع.",
          "الرسالة التي تكتبونها ولم ترسلوها بعد تبقى على جهازكم ليوم واحد على الأكثر (التخزين المحلي، المفتاح «contact-form»). تُمحى فور إرسال الرسالة أو بزر «محوها».",
          "تبقى عمليات بحثكم الأربع الأخيرة على جهازكم (التخزين المحلي، المفتاح «recent-searches») لتُقترح عليكم تحت حقل البحث. لا تُرسل هذه القائمة إلينا، ويمكنكم محو بحث واحد أو كلها. أثناء الكتابة لا يُرسل إلى الخادم إلا نص الحقل، ليجيب بمنتجات.",
          "لا تُوضع أي ملفات ارتباط (كوكيز) أثناء الزيارة، باستثناء حالة واحدة: إذا كان متصفحكم لا يشغّل جافاسكريبت وتعذّر إرسال استمارة، يحفظها ملف ارتباط مشفّر ربع ساعة لتُعرض عليكم من جديد («contact-form» للرسالة، و«newsletter-form» لعنوان الاشتراك).",
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
        heading: "ما يبحث عنه الزبائن",
        paragraphs: [
          "نحسب عمليات البحث في هذا الموقع: النص واللغة وعدد المنتجات التي وُجدت وترتيب المنتج الذي فُتح بعدها. لا شيء يدلّ على من بحث: لا اسم ولا عنوان تقني ولا جهاز. ولا يُحفظ نص يشبه بريدًا إلكترونيًا أو رقم هاتف. يُمحى كل ذلك بعد ثلاثة أشهر.",
          "لكي لا يُحسب البحث إلا مرة واحدة، يحفظ متصفحكم آخر عمليات البحث مع رقم عشوائي إلى أن تُغلق علامة التبويب (تخزين الجلسة، المفتاح «search-intents»). إذا كان متصفحكم يطلب عدم التتبّع («Do Not Track» أو «Global Privacy Control») فلا يُحسب شيء.",
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
