import { ImageOff } from "lucide-react";
import styles from "./missing-photo.module.css";

/** Placeholder for the thumbnail of a product without images. */
export function MissingPhoto() {
  return (
    <span className={styles.missing} title="Sans photo">
      <ImageOff aria-hidden="true" />
      <span className="visually-hidden">Sans photo</span>
    </span>
  );
}
