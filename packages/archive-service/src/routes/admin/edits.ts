import { Type } from 'typebox';
import { NO_EDITS, type Outline, type OutlinedRecording, type Span } from '../../database/documents.ts';
import type { EventRow } from '../../database/tables.ts';
import { readEventOfShop } from '../../events/events-repository.ts';
import { toWish, type EditWish } from '../../publishing/edits/edit-wish.ts';
import { editsTag, putEdits, readOutline } from '../../publishing/edits/edits-repository.ts';
import { layEdits, NOTHING_LEFT, type Landed } from '../../publishing/edits/land-edits.ts';
import { DEFAULT_SHOP } from '../../shops/default-shop.ts';
import type { Routes } from '../app-type.ts';
import { ERRORS, EventParams } from '../schemas.ts';

const Seconds = Type.Number({ minimum: 0, description: 'Seconds of the uncut replay.' });
const Spans = Type.Unsafe<readonly Span[]>(Type.Array(Type.Object({ from: Seconds, to: Seconds })));

const EditsBody = Type.Unsafe<EditWish>(
  Type.Object(
    {
      start: Type.Optional(Seconds),
      end: Type.Optional(Seconds),
      cuts: Type.Optional(
        Type.Array(Type.Object({ from: Seconds, to: Seconds }), {
          maxItems: 500,
          description: 'What is taken out.',
        }),
      ),
      poster: Type.Optional(
        Type.Number({
          minimum: 0,
          description: 'The moment whose picture is the poster, in seconds of the uncut replay.',
        }),
      ),
      cues: Type.Optional(
        Type.Array(Type.Object({ n: Type.Integer({ minimum: 1 }), time: Seconds }), {
          maxItems: 5_000,
          description: 'Cues by their number, each with the time at which it shall begin.',
        }),
      ),
    },
    // A misspelt field would be an edit that is lost.
    { additionalProperties: false },
  ),
);

const Answer = Type.Object({
  edits: EditsBody,
  landed: Type.Object(
    {
      start: Seconds,
      end: Seconds,
      cuts: Spans,
      kept: Spans,
      duration: Type.Number({ description: 'Of what is left, in seconds.' }),
    },
    { description: 'Where the edits come to lie: a cut lands at the keyframe at or before the wish.' },
  ),
  outline: Type.Object(
    {
      duration: Type.Number({ description: 'Of the uncut replay, in seconds.' }),
      recordings: Type.Unsafe<readonly OutlinedRecording[]>(
        Type.Array(
          Type.Object({
            id: Type.Integer(),
            start: Type.Number({ description: 'Where it begins in the uncut replay, in seconds.' }),
            duration: Type.Number(),
            from: Type.Number({ description: 'Where in the recording’s own time that begins.' }),
          }),
        ),
      ),
      kept: Spans,
    },
    {
      description:
        'The uncut replay: all recordings in order, overlaps left out; `kept`: what viewers get now.',
    },
  ),
  version: Type.Integer({ description: 'What viewers get now.' }),
  generation: Type.Integer({ description: 'Viewers get the edits when `settled` has reached it.' }),
  settled: Type.Integer(),
  problem: Type.Union([Type.String(), Type.Null()], { description: 'Why they cannot be carried out.' }),
  restoredNoLonger: Type.Optional(
    Type.Integer({ description: 'The version that had been restored, and gives way to these edits.' }),
  ),
});

const IfMatch = Type.Object({
  'if-match': Type.Optional(
    Type.String({
      pattern: '^"[0-9a-f]{32}"$',
      description: 'The `ETag` of the edits that were read: 412 when somebody else has changed them since.',
    }),
  ),
});

/** Trims, cuts, the poster and the times of cues: all in seconds of the uncut replay, however it is cut now. */
export const editRoutes: Routes = async (app, { services: { db, jobs } }) => {
  app.get(
    '/events/:event/edits',
    {
      schema: {
        operationId: 'readEdits',
        tags: ['admin'],
        summary: 'How the replay of an event is edited, and where that has come to lie',
        params: EventParams,
        response: { 200: Answer, ...ERRORS },
      },
    },
    async ({ params }, reply) => {
      const event = await readEventOfShop(db, DEFAULT_SHOP, params.event);
      const outline = await readOutline(db, event);
      void reply.header('etag', `"${editsTag(event)}"`);
      const wish = toWish(event.edits ?? NO_EDITS, outline);
      // What was found since may have changed the replay: whoever is to mend the edits has to see them.
      const landed = layEdits(wish, outline);
      const problem = event.problem ?? (landed.kept.length === 0 ? NOTHING_LEFT : null);
      return { ...present(event, wish, landed, outline, event.wanted), problem };
    },
  );

  app.put(
    '/events/:event/edits',
    {
      schema: {
        operationId: 'putEdits',
        tags: ['admin'],
        summary:
          'Puts edits in the place of those there are; each change makes a version, and `{}` takes all back',
        params: EventParams,
        headers: IfMatch,
        body: EditsBody,
        response: { 200: Answer, ...ERRORS },
      },
    },
    async ({ params, body, headers }, reply) => {
      const { id } = await readEventOfShop(db, DEFAULT_SHOP, params.event);
      const expected = headers['if-match']?.slice(1, -1);
      const { outline, landed, generation, unpinned } = await putEdits(
        db,
        jobs,
        id,
        body,
        new Date(),
        expected,
      );
      const event = await readEventOfShop(db, DEFAULT_SHOP, id);
      void reply.header('etag', `"${editsTag(event)}"`);
      const wish = toWish(event.edits ?? NO_EDITS, outline);
      return {
        ...present(event, wish, landed, outline, generation),
        ...(unpinned !== null && { restoredNoLonger: unpinned }),
      };
    },
  );
};

const present = (
  { archive, settled, problem }: EventRow,
  edits: EditWish,
  landed: Landed,
  { duration, recordings, kept }: Outline,
  generation: number,
) => ({
  edits,
  landed,
  outline: { duration, recordings, kept },
  version: archive?.version ?? 0,
  generation,
  settled,
  problem,
});
