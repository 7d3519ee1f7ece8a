/**
 * Everyday sentences of our own that name nobody and nothing. A pack whose names are found here all over would mark every
 * page: that is what a new version is tried on, so that no page of the reader's is needed for it.
 */
export const plainText = [
  'The people who came to the meeting on Monday said that they would wait for an answer until the end of the week. ' +
    'There was not much time left, and nobody could say how long the work would take or what it would cost. We know ' +
    'that it is hard, but we will do it again if we must, she said after the vote. In the first half of the year prices ' +
    'went up by three per cent, more than in any year before. The house by the river was sold to a family with two young ' +
    'children. He has been at home since the day of the accident, and his friends bring him food in the morning and in ' +
    'the evening. Most of the money goes to schools, roads and water. It is not yet clear when the law will be changed ' +
    'or who will have to pay for it. The government, the court and the police did not want to talk about the report.',
  'Die Leute warten seit dem frühen Morgen auf eine Antwort, aber niemand weiß, wann sie kommt. Am Montag soll es wieder ' +
    'eine Sitzung geben, sagte die Sprecherin nach der Abstimmung. Im ersten Halbjahr sind die Preise um drei Prozent ' +
    'gestiegen, mehr als in jedem Jahr davor. Das Haus am Fluss wurde an eine junge Familie verkauft. Wir haben noch ' +
    'viel zu tun, und das Geld reicht nicht für alles, was gebraucht wird.',
  'Les gens attendent une réponse depuis ce matin, mais personne ne sait quand elle viendra. Une nouvelle réunion doit ' +
    'avoir lieu lundi, a dit la porte-parole après le vote. Au premier semestre, les prix ont augmenté de trois pour ' +
    'cent, plus que pendant toutes les années précédentes. La maison au bord de la rivière a été vendue à une jeune ' +
    'famille. Il reste beaucoup à faire, et il n’y a pas assez d’argent pour tout.',
  'La gente espera una respuesta desde la mañana, pero nadie sabe cuándo llegará. El lunes habrá otra reunión, dijo la ' +
    'portavoz después de la votación. En la primera mitad del año los precios subieron un tres por ciento, más que en ' +
    'cualquier año anterior. La casa junto al río fue vendida a una familia joven. Queda mucho por hacer y no hay dinero ' +
    'para todo lo que se necesita.',
  'Ludzie czekają na odpowiedź od rana, ale nikt nie wie, kiedy ona nadejdzie. W poniedziałek ma się odbyć kolejne ' +
    'spotkanie, powiedziała rzeczniczka po głosowaniu. W pierwszej połowie roku ceny wzrosły o trzy procent, bardziej ' +
    'niż w którymkolwiek roku wcześniej. Dom nad rzeką został sprzedany młodej rodzinie.',
  'Люди чекають на відповідь від самого ранку, але ніхто не знає, коли вона буде. У понеділок має відбутися ще одна ' +
    'зустріч, сказала речниця після голосування. За перше півріччя ціни зросли на три відсотки, більше, ніж будь-якого ' +
    'року раніше. Будинок біля річки продали молодій родині.',
  'Люди ждут ответа с самого утра, но никто не знает, когда он будет. В понедельник должна состояться ещё одна встреча, ' +
    'сказала представительница после голосования. За первое полугодие цены выросли на три процента, больше, чем в любой ' +
    'год раньше. Дом у реки продали молодой семье.',
].join('\n');
