export const KEPT_NEWSLETTER_FORM = "newsletter-form";
