// The SDK is one CommonJS file. Naming here what is used lets the build resolve the names, and gives it a chunk of its own.
export { create, PlayerEventType, PlayerState } from 'amazon-ivs-player';
