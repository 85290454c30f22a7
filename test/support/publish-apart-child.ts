import { publishRecording, type RecordingToPublish } from './publish-recording.ts';

process.stdout.write(await publishRecording(JSON.parse(process.argv[2] ?? 'null') as RecordingToPublish));
