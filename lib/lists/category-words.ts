import type { Category } from "@/lib/stores/category";

/** Words that give an item's category away. Lower case, singular; a longer phrase wins, then the later word. */
export const CATEGORY_WORDS: Readonly<Record<Exclude<Category, "other">, string>> = {
  grocery:
    "apple,avocado,bacon,bagel,banana,bean,beef,beer,berry,biscuit,bread,broccoli,butter,cabbage,cake,candy,carrot,cereal,cheese,chicken,chip,chocolate,cocoa,coffee,cookie,corn,cracker,cream,cucumber,egg,fish,flour,fruit,garlic,grape,ham,honey,ice cream,jam,juice,ketchup,lemon,lettuce,lime,loaf,mango,mayonnaise,meat,milk,mushroom,mustard,noodle,nut,oat,oil,olive,onion,orange,pasta,pea,peach,peanut butter,pear,pepper,pizza,pork,potato,rice,salad,salmon,salt,sauce,sausage,snack,soda,soup,spaghetti,spice,spinach,strawberry,sugar,tea,tofu,tomato,tortilla,tuna,turkey,vinegar,water,wine,yeast,yoghurt,yogurt",
  household:
    "aluminium foil,battery,bin bag,bleach,bulb,candle,cleaner,detergent,dish soap,dishwasher tab,dishwasher tablet,fabric softener,filter,foil,kitchen roll,laundry,light bulb,mop,napkin,paper towel,pan,picnic blanket,plate,pot,sponge,toilet paper,towel,trash bag,vacuum bag,washing powder,washing up liquid",
  electronics:
    "adapter,cable,camera,charger,computer,earbud,earphone,headphone,keyboard,laptop,monitor,mouse,phone,printer,router,speaker,tablet computer,television,tv,usb",
  clothing:
    "belt,boot,coat,dress,glove,hat,jacket,jeans,pants,pyjamas,raincoat,scarf,shirt,shoe,shorts,skirt,sneaker,sock,sweater,swimsuit,tshirt,t shirt,trousers,underwear",
  toys: "board game,crayon,doll,lego,play dough,puzzle,teddy bear,toy",
  books: "book,comic,magazine,novel,textbook,workbook",
  beauty:
    "conditioner,deodorant,hair dye,hand cream,lipstick,lotion,makeup,mascara,nail polish,perfume,razor,shampoo,shaving cream,shower gel,soap,sunscreen",
  health:
    "aspirin,bandage,cough syrup,ibuprofen,medicine,mouthwash,painkiller,paracetamol,plaster,thermometer,toothbrush,toothpaste,vitamin",
  baby: "baby food,baby wipe,diaper,formula,nappy,pacifier,wipe",
  pet: "bird seed,cat food,cat litter,dog food,dog treat,leash,litter,pet food",
  garden: "compost,fertilizer,flower pot,garden hose,lawn seed,plant,potting soil,seed,seedling,watering can",
  office:
    "binder,envelope,eraser,folder,highlighter,ink cartridge,marker,notebook,paper clip,pen,pencil,printer ink,printer paper,stapler,sticky note,tape,toner",
  gift_card: "e gift card,gift card,gift voucher",
};
