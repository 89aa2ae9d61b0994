import { ImageOff } from "lucide-react";
import styles from "./missing-photo.module.css";

/** In the place of a thumbnail, for a product without a photo. */
export function MissingPhoto() {
  return (
    <span className={styles.missing} title="Sans photo">
      <ImageOff aria-hidden="true" />
      <span className="visually-hidden">Sans photo</span>
    </span>
  );
}
