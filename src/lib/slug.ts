const longest = 60;
const letters: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", "&": " und " };

/** "Müller & Söhne GmbH" → "mueller-und-soehne-gmbh", as it stands in addresses; nothing speakable becomes "betrieb". */
export function slugOf(businessName: string): string {
  const plain = businessName
    .toLowerCase()
    .replace(/[äöüß&]/g, (letter) => letters[letter] ?? "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, longest)
    .replace(/^-+|-+$/g, "");
  return plain || "betrieb";
}
