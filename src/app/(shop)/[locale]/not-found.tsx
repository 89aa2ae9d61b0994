import { buildNotFoundMetadata, NotFoundPage } from "../_components/page/not-found-page";

export const generateMetadata = buildNotFoundMetadata;

export default NotFoundPage;
