import { openBag } from './bag.ts';
import { bindBagDialog } from './bag-dialog.ts';
import { bindBuyForms } from './buy-forms.ts';
import { givePlayersCart } from './player-cart.ts';
import { keepEventsFresh } from './fresh-events.ts';

const bag = openBag(localStorage);
bindBuyForms(document, bag);
givePlayersCart(document, bag, bindBagDialog(document, bag));
keepEventsFresh(document);
