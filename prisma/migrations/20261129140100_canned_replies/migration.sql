-- Texts to begin with. A text of the same title that staff wrote stays; one that they delete does not come back.
INSERT INTO "CannedReply" ("id", "title", "body", "locale") VALUES
  ('canned-prix-fr', 'Prix', 'Bonjour {{prenom}},

Merci pour votre message. Voici le prix : … MAD.
Il est valable en magasin ; dites-nous la quantité et nous vous préparons le total.

À bientôt,
{{magasin}}', 'FR'),
  ('canned-prix-ar', 'السعر', 'السلام عليكم {{prenom}}،

شكرًا على رسالتكم. السعر هو … درهم.
هذا السعر معمول به في المتجر. أخبرونا بالكمية ونحسب لكم المجموع.

إلى اللقاء،
{{magasin}}', 'AR'),
  ('canned-disponibilite-fr', 'Disponibilité', 'Bonjour {{prenom}},

Oui, cet article est disponible au magasin. Nous pouvons vous le mettre de côté jusqu''à … : répondez simplement à cet e-mail.

À bientôt,
{{magasin}}', 'FR'),
  ('canned-disponibilite-ar', 'التوفر', 'السلام عليكم {{prenom}}،

نعم، هذا المنتج متوفر في المتجر. يمكننا أن نحتفظ لكم به إلى غاية …: يكفي أن تجيبوا على هذه الرسالة.

إلى اللقاء،
{{magasin}}', 'AR'),
  ('canned-livraison-fr', 'Livraison', 'Bonjour {{prenom}},

Nous livrons à Ouarzazate et dans la région. Pour vous dire le prix et le jour, il nous faut votre adresse et la quantité.

À bientôt,
{{magasin}}', 'FR'),
  ('canned-livraison-ar', 'التوصيل', 'السلام عليكم {{prenom}}،

نوصل الطلبات في ورزازات ونواحيها. لنخبركم بالثمن واليوم، نحتاج عنوانكم والكمية.

إلى اللقاء،
{{magasin}}', 'AR'),
  ('canned-horaires-fr', 'Horaires et adresse', 'Bonjour {{prenom}},

Nous vous accueillons avec plaisir : {{adresse}}.
Horaires : {{horaires}}.

À bientôt,
{{magasin}}', 'FR'),
  ('canned-horaires-ar', 'أوقات العمل والعنوان', 'السلام عليكم {{prenom}}،

مرحبًا بكم في المتجر: {{adresse}}.
أوقات العمل: {{horaires}}.

إلى اللقاء،
{{magasin}}', 'AR'),
  ('canned-devis-fr', 'Devis', 'Bonjour {{prenom}},

Nous préparons volontiers votre devis. Indiquez-nous les articles, les quantités ou les surfaces, et une photo si vous en avez une : vous le recevrez sous … jours.
Votre référence : {{reference}}.

À bientôt,
{{magasin}}', 'FR'),
  ('canned-devis-ar', 'عرض الثمن', 'السلام عليكم {{prenom}}،

يسعدنا أن نُعِدّ لكم عرض الثمن. أرسلوا إلينا المنتجات والكميات أو المساحات، وصورة إن وُجدت، وسيصلكم العرض خلال … أيام.
مرجعكم: {{reference}}.

إلى اللقاء،
{{magasin}}', 'AR')
ON CONFLICT DO NOTHING;
