/** A path as people would call it: `src/order-items/**` is "Order items". */
export function areaName(path: string): string {
  const plain = path.replace(/\/\*\*?$/, "");
  const last = plain.slice(plain.lastIndexOf("/") + 1).replace(/(?<=.)\.[^.]+$/, "");
  const words = nameWords(last).join(" ").toLowerCase();
  return words === "" ? path : words.charAt(0).toUpperCase() + words.slice(1);
}

/** The words of a name in code: `orderItems`, `order-items` and `OrderItems` are two. */
export const nameWords = (name: string): readonly string[] =>
  name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
