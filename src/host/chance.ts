import { randomBytes } from "node:crypto";
import type { Chance } from "../app/ports.ts";

export const cryptoChance: Chance = { hex: (bytes) => randomBytes(bytes).toString("hex") };
