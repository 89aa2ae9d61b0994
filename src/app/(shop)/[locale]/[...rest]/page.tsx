import { orNotFound, orNotFoundMetadata, showNotFound } from "../../_components/page/not-found";

/** Otherwise the page would have no title. */
export const generateMetadata = orNotFoundMetadata(async () => showNotFound());

/** Catches every unknown address, so that the 404 page has the shop's layout and the status 404. */
export default orNotFound(async () => showNotFound());
