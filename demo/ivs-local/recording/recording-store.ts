/** Where recordings are written: one method, since IVS only ever puts objects (its role may do nothing else). */
export interface RecordingStore {
  put(bucket: string, key: string, body: Uint8Array | string, contentType: string): Promise<void>;
}
