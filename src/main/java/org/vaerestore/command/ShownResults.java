package org.vaerestore.command;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Plugin;

/** Keeps SciJava from showing the outputs of the suite's commands, which have shown what is to be shown. */
@Plugin(type = PostprocessorPlugin.class, priority = Priority.VERY_HIGH)
public final class ShownResults extends AbstractPostprocessorPlugin {

	/** Creates the plugin, as SciJava does. */
	public ShownResults() {}

	@Override
	public void process(final Module module) {
		if (!(module.getDelegateObject() instanceof ActionCommand)) return;
		for (final ModuleItem<?> output : module.getInfo().outputs())
			module.resolveOutput(output.getName());
	}
}
