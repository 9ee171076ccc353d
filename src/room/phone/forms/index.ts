import type { Answer, Asked } from "../../protocol.ts";
import { choose } from "./choose.ts";
import type { Form, MakeForm } from "./form.ts";
import { number } from "./number.ts";
import { order } from "./order.ts";
import { place } from "./place.ts";
import { code, text } from "./text.ts";

const FORMS: { readonly [K in Asked["kind"]]: MakeForm<K> } = { choose, number, place, order, code, text };

/** What a question is answered with. @param give takes an answer */
export function formOf(asked: Asked, give: (answer: Answer) => void): Form {
  return (FORMS[asked.kind] as unknown as MakeForm<Asked["kind"]>)(asked, give);
}
