import type { CodegenConfig } from '@graphql-codegen/cli';

// The server loads src/generated/persisted-documents.json as its list of allowed queries.
const config: CodegenConfig = {
  schema: '../schema.graphql',
  documents: ['src/api/*.graphql'],
  generates: {
    './src/generated/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: false,
        persistedDocuments: { mode: 'replaceDocumentWithHash', hashAlgorithm: 'sha256' },
      },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        avoidOptionals: { field: true },
        scalars: {
          ID: 'string',
          DateTime: 'string',
          Date: 'string',
          Line: 'Array<[number, number, (number | null)?]>',
        },
      },
    },
  },
};

export default config;
