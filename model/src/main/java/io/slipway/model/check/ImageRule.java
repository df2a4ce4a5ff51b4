package io.slipway.model.check;

import io.slipway.model.yaml.YamlMap;

/** The images that steps give as options of Spark and Flink; those of objects are checked with the objects. */
final class ImageRule implements Rule {
    @Override
    public void check(CheckContext context) {
        for (StepView step : context.outline().steps()) {
            step.action()
                    .filter(YamlMap.class::isInstance)
                    .map(YamlMap.class::cast)
                    .ifPresent(block -> ImageCheck.checkOptions(context, block));
        }
    }
}
