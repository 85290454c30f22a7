import { createApp } from 'vue';
import { findPlace, readPageData } from '../page-data.ts';
import Page from './page.vue';

const place = findPlace();
createApp(Page, readPageData(place)).mount(place);
