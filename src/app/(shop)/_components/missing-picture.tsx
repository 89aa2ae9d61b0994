import { ZelligeMark } from "@/ui/zellige";
import styles from "./missing-picture.module.css";

/** Fills the place of a photo that has not been taken yet. */
export function MissingPicture() {
  return <ZelligeMark className={styles.missing} />;
}
