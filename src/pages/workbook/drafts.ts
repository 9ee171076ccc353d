import * as v from "valibot";
import { Database, done } from "../../kernel/browser/page/database.ts";
import { NOTEBOOK } from "../../rendering/running/data.ts";

/** What a student has made of a cell. It belongs to the text that the lesson had there. */
export const DRAFT = v.object({
  /** `03-momentum` */
  lesson: v.string(),
  cell: v.string(),
  original: v.string(),
  text: v.string(),
  /** When: ISO 8601. */
  time: v.string(),
});

export type Draft = Readonly<v.InferOutput<typeof DRAFT>>;

/** A text of a cell that another has taken the place of; it is kept until it is thrown away. */
export const PUT_ASIDE = v.object({
  lesson: v.string(),
  cell: v.string(),
  text: v.string(),
  /** What has taken its place: "a reset", ... */
  why: v.string(),
  time: v.string(),
});

export type PutAside = Readonly<v.InferOutput<typeof PUT_ASIDE>>;

/** The same in the database. */
export type Earlier = PutAside & { readonly id: number };

/** A lesson as it was when the student last worked in it. */
export const LESSON_COPY = v.object({ lesson: v.string(), title: v.string(), notebook: NOTEBOOK });

export type LessonCopy = Readonly<v.InferOutput<typeof LESSON_COPY>>;

type Key = Pick<Draft, "lesson" | "cell" | "original">;
type Store = (name: string) => IDBObjectStore;

const [DRAFTS, EARLIER, LESSONS, NOTES] = ["drafts", "earlier", "lessons", "notes"] as const;
const ALL = [DRAFTS, EARLIER, LESSONS, NOTES];

/** All that a student has written, in the browser's database: one for all lessons and all tabs. */
export class Drafts {
  readonly #database = new Database("fall-line-work", 1, (fresh) => {
    fresh.createObjectStore(DRAFTS, { keyPath: ["lesson", "cell", "original"] });
    fresh.createObjectStore(EARLIER, { keyPath: "id", autoIncrement: true });
    fresh.createObjectStore(LESSONS, { keyPath: "lesson" });
    fresh.createObjectStore(NOTES);
  });
  readonly #channel = new BroadcastChannel("fall-line-work");

  /** Calls back with the name of a lesson in which another tab has changed something. */
  listen(changed: (lesson: string) => void): void {
    this.#channel.onmessage = ({ data }: MessageEvent<string>) => changed(data);
  }

  /** What there is of a lesson. */
  async of(lesson: string): Promise<{ drafts: Draft[]; earlier: Earlier[] }> {
    const { drafts, earlier } = await this.all();
    return {
      drafts: drafts.filter((draft) => draft.lesson === lesson),
      earlier: earlier.filter((one) => one.lesson === lesson),
    };
  }

  all(): Promise<{ drafts: Draft[]; earlier: Earlier[]; lessons: LessonCopy[] }> {
    return this.#database.during([DRAFTS, EARLIER, LESSONS], "readonly", async (store) => {
      const everything = <T>(name: string): Promise<T[]> => done(store(name).getAll() as IDBRequest<T[]>);
      const [drafts, earlier, lessons] = await Promise.all([
        everything<Draft>(DRAFTS),
        everything<Earlier>(EARLIER),
        everything<LessonCopy>(LESSONS),
      ]);
      return { drafts, earlier, lessons };
    });
  }

  /**
   * Keeps a draft; one that is the original again is none. What another tab has written since `seen` is put aside.
   * @param seen the draft's text as this tab knows it
   * @param copy the lesson as it is now, unless it has been kept with a draft before
   */
  async save(draft: Draft, seen: string | undefined, copy?: LessonCopy): Promise<void> {
    await this.#change(draft.lesson, async (store) => {
      const before = await this.#draft(store, draft);
      const isOfOther = before !== undefined && before.text !== seen && before.text !== draft.text;
      if (isOfOther) await putAside(store, before, "what was written in another tab");
      await put(store, draft);
      if (copy !== undefined) await done(store(LESSONS).put(copy));
    });
  }

  /** The cell is as the lesson has it again; what the student had made of it is put aside. */
  async reset(key: Key): Promise<void> {
    await this.#change(key.lesson, async (store) => {
      const before = await this.#draft(store, key);
      if (before !== undefined) await putAside(store, before, "a reset");
      await done(store(DRAFTS).delete(keyOf(key)));
    });
  }

  /** Throws a text away that was put aside. */
  async discard({ id, lesson }: Pick<Earlier, "id" | "lesson">): Promise<void> {
    await this.#change(lesson, (store) => done(store(EARLIER).delete(id)));
  }

  /** Throws a draft away of a text that the lesson no longer has. */
  async discardDraft(key: Key): Promise<void> {
    await this.#change(key.lesson, (store) => done(store(DRAFTS).delete(keyOf(key))));
  }

  /** Takes work from a file. What it takes the place of is put aside, and what is the same counts once. */
  async restore(
    drafts: readonly Draft[],
    earlier: readonly PutAside[],
    lessons: readonly LessonCopy[],
  ): Promise<void> {
    await this.#change("", async (store) => {
      for (const draft of drafts) {
        const before = await this.#draft(store, draft);
        if (before !== undefined && before.text !== draft.text)
          await putAside(store, before, "what was restored from a file");
        await put(store, draft);
      }
      const there = (await done(store(EARLIER).getAll() as IDBRequest<Earlier[]>)).map(signOf);
      for (const one of earlier) if (!there.includes(signOf(one))) await done(store(EARLIER).add(one));
      for (const copy of lessons) {
        const before = await done(store(LESSONS).getKey(copy.lesson));
        if (before === undefined) await done(store(LESSONS).put(copy));
      }
    });
    for (const { lesson } of [...drafts, ...earlier]) this.#channel.postMessage(lesson);
  }

  /** When the work was last downloaded (ISO 8601). */
  downloaded(): Promise<string | undefined> {
    return this.#database.during([NOTES], "readonly", (store) =>
      done(store(NOTES).get("downloaded") as IDBRequest<string | undefined>),
    );
  }

  async noteDownload(): Promise<void> {
    await this.#database.during([NOTES], "readwrite", (store) =>
      done(store(NOTES).put(new Date().toISOString(), "downloaded")),
    );
  }

  #draft(store: Store, key: Key): Promise<Draft | undefined> {
    return done(store(DRAFTS).get(keyOf(key)) as IDBRequest<Draft | undefined>);
  }

  async #change(lesson: string, work: (store: Store) => Promise<unknown>): Promise<void> {
    await this.#database.during(ALL, "readwrite", work);
    if (lesson !== "") this.#channel.postMessage(lesson);
  }
}

function keyOf({ lesson, cell, original }: Key): string[] {
  return [lesson, cell, original];
}

async function put(store: Store, draft: Draft): Promise<void> {
  if (draft.text === draft.original) await done(store(DRAFTS).delete(keyOf(draft)));
  else await done(store(DRAFTS).put(draft));
}

async function putAside(store: Store, { lesson, cell, text, time }: Draft, why: string): Promise<void> {
  await done(store(EARLIER).add({ lesson, cell, text, why, time }));
}

const signOf = ({ lesson, cell, text }: PutAside): string => JSON.stringify([lesson, cell, text]);
