import type { KithResponse } from "./request.ts";

/**
 * A list: await it for its first page, or iterate over the items of all pages. Nothing is asked
 * for before you do either; the first page is asked for once, later ones by each iteration.
 */
export class KithList<Item, Page extends { data: Item[]; nextCursor: string | null }>
  implements PromiseLike<Page>, AsyncIterable<Item>
{
  readonly #fetchPage: (cursor: string | null) => Promise<KithResponse<Page>>;
  #first: Promise<KithResponse<Page>> | null = null;

  constructor(fetchPage: (cursor: string | null) => Promise<KithResponse<Page>>) {
    this.#fetchPage = fetchPage;
  }

  /** The first page, with request id, rate limit and so on. */
  withResponse(): Promise<KithResponse<Page>> {
    this.#first ??= this.#fetchPage(null);
    return this.#first;
  }

  /** Page by page, from the first to the last. */
  async *pages(): AsyncGenerator<Page, void, undefined> {
    let { data: page } = await this.withResponse();
    yield page;
    for (let cursor = page.nextCursor; cursor !== null; cursor = page.nextCursor) {
      page = (await this.#fetchPage(cursor)).data;
      if (page.nextCursor === cursor) throw new Error("the list gives the same cursor again");
      yield page;
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const page of this.pages()) yield* page.data;
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaitable is what this class is for
  then<A = Page, B = never>(
    onResult?: ((value: Page) => A | PromiseLike<A>) | null,
    onError?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.withResponse()
      .then(({ data }) => data)
      .then(onResult, onError);
  }

  catch<B = never>(onError?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<Page | B> {
    return this.then(null, onError);
  }
}
