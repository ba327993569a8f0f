import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

const readme = `# A small shop

Something to flag constraints in: \`src/search.ts\` will not do for a large shop.
`;

const search = `import { allProducts } from "./products.ts";

/** Products whose name holds all the words, cheapest first. */
export const search = async (shop: string, words: readonly string[]) => {
  const products = await allProducts(shop);
  return products
    .filter(({ name }) => words.every((word) => name.toLowerCase().includes(word.toLowerCase())))
    .sort((one, other) => one.price - other.price);
};
`;

const products = `export type Product = { readonly name: string; readonly price: number };

/** One query loads every product of the shop. */
export const allProducts = async (shop: string): Promise<Product[]> => {
  const answer = await fetch(\`https://shop.example.invalid/\${shop}/products\`);
  return (await answer.json()) as Product[];
};
`;

/** Fills a folder with a few lines of code, for a repository that has none. */
export const writeSampleCode = async (folder: string): Promise<void> => {
  await mkdir(path.join(folder, "src"), { recursive: true });
  await writeFile(path.join(folder, "README.md"), readme);
  await writeFile(path.join(folder, "src/search.ts"), search);
  await writeFile(path.join(folder, "src/products.ts"), products);
};
