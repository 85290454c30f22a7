import { openBag } from './bag.ts';
import { bindBagDialog } from './bag-dialog.ts';
import { bindBuyForms } from './buy-forms.ts';
import { takeOverPlayer } from './take-over-player.ts';
import { keepEventsFresh } from './fresh-events.ts';

const bag = openBag(localStorage);
bindBagDialog(document, bag);
bindBuyForms(document, bag);
takeOverPlayer(document, bag);
keepEventsFresh(document);
