// mux.js ships no types; only what reads a clip (and what tests read segments with) is declared.
declare module 'mux.js/cjs/m2ts/m2ts.js' {
  interface MuxStream {
    on(name: 'data', listener: (data: ElementaryData) => void): void;
    pipe<Next extends MuxStream>(next: Next): Next;
    push(bytes: Uint8Array): void;
    flush(): void;
  }
  export interface ElementaryData {
    readonly type: 'video' | 'audio' | 'timed-metadata' | 'metadata';
    readonly data: Uint8Array;
    readonly pts: number;
    readonly dts: number;
    readonly dataAlignmentIndicator: boolean;
  }
  type MuxStreamClass = new () => MuxStream;
  const m2ts: {
    readonly TransportPacketStream: MuxStreamClass;
    readonly TransportParseStream: MuxStreamClass;
    readonly ElementaryStream: MuxStreamClass;
  };
  export default m2ts;
}
