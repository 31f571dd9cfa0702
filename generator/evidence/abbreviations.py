"""Abbreviations whose full stop need not end a sentence, and words that commonly begin one.

Imports the standard library only. Must never know texts or offsets.
"""

# ruff: noqa: SIM905  # long lists of words are read and mended more easily as running text

# a name follows: the full stop after them never ends a sentence
TITLES = frozenset(
    """
    mr mrs ms mx dr prof gen lt col sgt capt cpt cmdr adm maj brig cpl pvt pte rev fr hon pres gov sen rep reps
    sens amb atty supt det insp messrs mmes mme mlle st ste mt ft sr. rt
    """.split()
)
# a figure follows; before anything else the full stop may end a sentence
BEFORE_FIGURES = frozenset(
    "no art arts p pp vol vols fig figs sec secs ch para paras jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
# the full stop may end a sentence as well; the next word tells
ORDINARY = frozenset(
    """
    jr sr inc ltd co corp llc plc bros dept univ assn ave blvd rd est approx ca cf vs v etc al ed eds trans viz
    e.g i.e a.m p.m u.s u.k u.n e.u u.s.a u.s.s.r ph.d d.c m.d b.a m.a n.y l.a mon tue tues wed thu thur thurs fri
    sat sun tel ext min max avg ibid op cit resp hrs yrs lbs ft km kg
    """.split()
)
# capitalised words that begin sentences far more often than they continue a name
STARTERS = frozenset(
    """
    the a an this that these those it its he his she her they their we our you your i my in on at by for from with
    after before during since until when while where although though but and or so yet if as because however
    meanwhile moreover furthermore additionally also then there here what who why how which both each all some
    many most no not one two three according earlier later last next now today yesterday tomorrow under over
    despite to of
    """.split()
)
