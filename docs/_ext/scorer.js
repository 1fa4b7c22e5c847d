// How results of a search are ordered: pages whose title has the word come before names of the reference.
var Scorer = {
  objNameMatch: 6,
  objPartialMatch: 3,
  objPrio: { 0: 3, 1: 1, 2: -3 },
  objPrioDefault: 0,
  title: 20,
  partialTitle: 14,
  term: 5,
  partialTerm: 2,
};
