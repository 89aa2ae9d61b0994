export const NEWSLETTER_FLASH_FORM = "newsletter-form";
