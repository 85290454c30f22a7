/** How many rounds of asking under another name were in vain: each has a name of its own. */
let rounds = 0;

/**
 * A chunk of ours. Some browsers (Chromium for years) remember for as long as a page lives that a module did not arrive,
 * and no network that comes back changes their mind. So one that failed is asked for once more with its folder written
 * differently, `%63hunks` for `chunks`: the same to every server, another module to the browser, and so is what it
 * imports from there in turn. The build lets `import()` take that address; without it, it is the same import again.
 * Where the page vouches for the files by integrity, their addresses are what it says: no other is asked for.
 */
export async function loadChunk<Chunk>(load: (address?: string) => Promise<Chunk>): Promise<Chunk> {
  try {
    return await load();
  } catch (error) {
    const [address] = /https?:\S+/.exec(String(error)) ?? [];
    if (!address) throw error;
    const round = rounds + 1;
    try {
      return await load(isVouchedFor(address) ? undefined : otherwise(address, round));
    } catch {
      rounds = round;
      throw error;
    }
  }
}

/** An import map with `integrity` covers the address as it is written, and nothing that is written differently. */
function isVouchedFor(address: string): boolean {
  const maps = document.querySelectorAll('[type=importmap]');
  return [...maps].some(({ textContent }) => textContent.includes(address));
}

/** The folder's letters are written as codes where a bit of the round is set. */
function otherwise(address: string, round: number): string {
  return address.replace(/[^/]+(?=\/[^/]*$)/, (folder) =>
    folder.replace(/\w/g, (letter, index: number) =>
      (round >> index) & 1 ? `%${letter.charCodeAt(0).toString(16)}` : letter,
    ),
  );
}
