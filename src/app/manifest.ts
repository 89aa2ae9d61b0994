import type { MetadataRoute } from "next";
import { getDictionary } from "@/content/dictionary";

const { shop, home } = getDictionary("fr");

export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: shop.name,
    short_name: "Equipement",
    description: home.description,
    lang: "fr-MA",
    start_url: "/",
    display: "minimal-ui",
    background_color: "#fdfaf4",
    theme_color: "#ffffff",
    icons: [
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
