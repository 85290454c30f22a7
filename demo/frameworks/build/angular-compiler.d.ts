import type { CompilerOptions, CustomTransformers, Diagnostic, Program, SourceFile } from 'typescript';

/** What we use of it: its own types import without extensions, which Node's way of finding modules does not follow. */
declare module '@angular/compiler-cli' {
  interface Configuration {
    readonly rootNames: string[];
    readonly options: CompilerOptions;
    readonly errors: readonly Diagnostic[];
  }
  export function readConfiguration(project: string): Configuration;
  export function performCompilation(
    work: Pick<Configuration, 'rootNames' | 'options'> & {
      readonly emitCallback: (compiled: {
        readonly program: Program;
        readonly targetSourceFile?: SourceFile;
        readonly customTransformers?: CustomTransformers;
      }) => ReturnType<Program['emit']>;
    },
  ): { readonly diagnostics: readonly Diagnostic[] };
  export function formatDiagnostics(diagnostics: readonly Diagnostic[]): string;
}
