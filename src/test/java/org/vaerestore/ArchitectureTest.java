package org.vaerestore;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/** The walls of the house: which package may know which. */
class ArchitectureTest {

	private static final String ROOT = "org.vaerestore";

	/** From the ground up: a package knows those below its floor, and no other one on it. */
	private static final List<Set<String>> FLOORS = List.of(Set.of("job", "procedural"), Set.of("file",
		"nn", "tiff"), Set.of("vae", "zarr"), Set.of("model",
		"tiles", "fill"), Set.of("setaside"), Set.of("predict"), Set.of("restore", "enhance", "train", "generate", "report",
			"sample", "evaluate"), Set.of("trust", "blocks"), Set.of("imagej"), Set.of("command", "ij1", "bench"), Set.of("cli"));

	private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(
		ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(ROOT);

	@Test
	void everyPackageHasItsFloor() {
		final Set<String> packages = new TreeSet<>();
		CLASSES.forEach(type -> packages.add(top(type)));
		assertEquals(Set.of(), packages.stream().filter(name -> floor(name) < 0).collect(java.util.stream.Collectors
			.toSet()));
		assertNotNull(CLASSES.get(ROOT + ".job.Progress"));
	}

	@TestFactory
	Stream<DynamicTest> packagesKnowOnlyWhatIsBelow() {
		return FLOORS.stream().flatMap(Set::stream).map(name -> DynamicTest.dynamicTest(name, () -> {
			final String[] others = FLOORS.subList(floor(name), FLOORS.size()).stream().flatMap(Set::stream).filter(
				other -> !other.equals(name)).map(ArchitectureTest::subtree).toArray(String[]::new);
			if (others.length > 0) check(noClasses().that().resideInAPackage(subtree(name)).should().dependOnClassesThat()
				.resideInAnyPackage(others));
		}));
	}

	@Test
	void nothingGoesInCircles() {
		slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void onlyTheEngineKnowsNd4j() {
		check(noClasses().that().resideOutsideOfPackages(subtree("nn"), subtree("vae")).should().dependOnClassesThat()
			.resideInAnyPackage("org.nd4j..", "org.bytedeco.."));
	}

	@Test
	void theEngineKnowsNoImages() {
		check(noClasses().that().resideInAnyPackage(subtree("nn"), subtree("vae"), subtree("job")).should()
			.dependOnClassesThat().resideInAnyPackage("net.imglib2..", "ij..", "java.awt.."));
	}

	@Test
	void onlyTheEdgesKnowImageJ() {
		check(noClasses().that().resideOutsideOfPackages(subtree("imagej"), subtree("ij1"), subtree("command"), subtree(
			"bench"), subtree("cli")).should().dependOnClassesThat().resideInAPackage("ij.."));
	}

	@Test
	void onlyCommandsKnowScijavaAndOnlyTheCommandLineKnowsPicocli() {
		check(noClasses().that().resideOutsideOfPackage(subtree("command")).should().dependOnClassesThat().resideInAPackage(
			"org.scijava.."));
		check(noClasses().that().resideOutsideOfPackage(subtree("cli")).should().dependOnClassesThat().resideInAPackage(
			"picocli.."));
	}

	@Test
	void onlyTheCommandLinePrints() {
		NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES.that(com.tngtech.archunit.base.DescribedPredicate.not(
			JavaClass.Predicates.resideInAPackage(subtree("cli")))));
	}

	/** Files are replaced whole, with the rights of what was there, and temporary ones are found again, in one package alone. */
	@Test
	void onlyOnePackageMakesFiles() {
		for (final String name : List.of("createTempFile", "createTempDirectory", "move", "write", "writeString"))
			check(noClasses().that().resideOutsideOfPackage(subtree("file")).should().callMethodWhere(
				com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
					com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
						JavaClass.Predicates.equivalentTo(java.nio.file.Files.class))).and(
							com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
								com.tngtech.archunit.core.domain.properties.HasName.Predicates.name(name)))));
		check(noClasses().should().callConstructorWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
			com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(JavaClass.Predicates.belongToAnyOf(
				java.io.FileOutputStream.class, java.io.FileWriter.class)))));
	}

	@Test
	void nothingIsReadByJavaSerialization() {
		check(noClasses().should().dependOnClassesThat().haveNameMatching("java\\.io\\.Object(In|Out)putStream"));
	}

	@Test
	void exceptionsForPeopleAreFinalAndUnchecked() {
		check(classes().that().resideInAPackage(subtree("job")).and().areAssignableTo(Throwable.class).should()
			.beAssignableTo(RuntimeException.class));
	}

	private static void check(final ArchRule rule) {
		rule.allowEmptyShould(true).check(CLASSES);
	}

	private static String subtree(final String name) {
		return ROOT + "." + name + "..";
	}

	private static String top(final JavaClass type) {
		return type.getPackageName().substring(ROOT.length() + 1).split("\\.")[0];
	}

	private static int floor(final String name) {
		for (int floor = 0; floor < FLOORS.size(); floor++)
			if (FLOORS.get(floor).contains(name)) return floor;
		return -1;
	}
}
