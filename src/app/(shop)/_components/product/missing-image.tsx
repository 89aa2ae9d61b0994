import { ZelligeMark } from "@/ui/zellige";
import styles from "./missing-image.module.css";

/** The placeholder of a product or category without an image. */
export function MissingImage() {
  return <ZelligeMark className={styles.missing} />;
}
