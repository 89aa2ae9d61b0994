import { ZelligeMark } from "@/ui/zellige";
import styles from "./missing-image.module.css";

/** Fills the place of a photo that has not been taken yet. */
export function MissingImage() {
  return <ZelligeMark className={styles.missing} />;
}
