import { mount } from 'svelte';
import { findPlace, readPageData } from '../page-data.ts';
import Page from './page.svelte';

const place = findPlace();
mount(Page, { target: place, props: readPageData(place) });
