import type { MetadataRoute } from "next";

/** Installable on the phone in the hallway and the desk at the counter. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: "AskProAI",
    short_name: "AskProAI",
    start_url: "/",
    display: "standalone",
    background_color: "#fbf9f6",
    theme_color: "#fbf9f6",
    icons: [
      { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
