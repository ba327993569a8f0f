import * as z from "zod/mini";

// The page's security policy forbids eval. zod would try it when a schema is made, and the attempt alone is reported as a breach of the policy. So
// this has to be imported before any module that makes one.
z.config({ jitless: true });
