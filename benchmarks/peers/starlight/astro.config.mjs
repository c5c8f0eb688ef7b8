import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://corpus.example',
  integrations: [
    starlight({
      title: 'Corpus',
      locales: { root: { label: 'Nederlands', lang: 'nl' } },
    }),
  ],
});
