import type { ArchiveLayout } from './archive-layout.ts';
import { filesThere } from './files-there.ts';
import type { FilesThere } from './files-there.ts';
import type { Findings } from './findings.ts';
import { compareForetold, foretoldCopies, isForetold } from './foretold-copies.ts';
import type { Publication, PublicationPorts } from './publication.ts';
import { runSteps } from './run-steps.ts';
import { copyMedia } from './steps/copy-media.ts';

/**
 * Copies what is shown, and nothing else: as soon as that is known, or else as good as certain. What was foretold and turns out not to be shown (a rendition that does not fit the
 * others) is removed again, before anybody can be led there.
 *
 * @param there - what the version's folder held in the beginning
 */
export async function copyFound(
  publication: Publication,
  layout: ArchiveLayout,
  { verified, shown }: Pick<Findings, 'verified' | 'shown'>,
  there: Promise<FilesThere>,
  ports: PublicationPorts,
): Promise<void> {
  const { store, signal } = ports;
  const step = runSteps(ports);
  const present = await there;
  if (!isForetold(publication)) {
    const copies = await shown;
    return step('copy-media', () => copyMedia(copies, present, ports));
  }
  const foretold = foretoldCopies(await verified, layout);
  await step('copy-media', async () => {
    await copyMedia(foretold, present, ports);
    const copies = await shown;
    const wereAll = await compareForetold(foretold, copies, (target) => store.remove(target, { signal }));
    if (!wereAll) await copyMedia(copies, await filesThere(store, `${layout.folder}/`, signal), ports);
  });
}
